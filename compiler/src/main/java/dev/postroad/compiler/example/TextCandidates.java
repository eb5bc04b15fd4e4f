package dev.postroad.compiler.example;

import build.buf.validate.KnownRegex;
import build.buf.validate.StringRules;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.postroad.contract.language.ContractOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/** Texts: usual ones for the field's name or format, those that a pattern describes, each also cut or filled to fit. */
record TextCandidates(FieldDescriptor field, StringRules rules, Choice choice, int wanted, Literals literals) {
    private static final int PATTERNS = 24;
    private static final int LONGEST = 100_000;

    List<Object> values() {
        var usual = new ArrayList<String>();
        usual.addAll(formats());
        usual.addAll(Suggestions.of(field));
        usual.addAll(choice.order(Vocabulary.texts(isPersonName() ? "full_name" : field.getName())));
        if (Vocabulary.isIdentifier(field.getName())) {
            usual.add(uuid());
        }
        usual.addAll(literals.texts());
        literals.texts().forEach(text -> usual.add(text + "example"));
        if (rules.hasPattern()) {
            usual.addAll(PatternTexts.of(rules.getPattern(), PATTERNS + wanted, choice));
        }
        for (var variant = 1; variant <= wanted; variant++) {
            usual.add(usual.get(0) + variant);
            usual.add("example" + variant);
        }
        literals.numbers().stream()
                .mapToInt(number -> number.intValue())
                .filter(length -> length >= 0 && length < 1_000)
                .forEach(length -> List.of(length, length + 1).forEach(count -> usual.add("a".repeat(count))));
        usual.add("");
        var values = new LinkedHashSet<Object>(usual);
        usual.forEach(text -> values.addAll(fitted(text)));
        return List.copyOf(values);
    }

    /** Things have names, too; those of people are marked. */
    private boolean isPersonName() {
        return field.getName().equals("name") && ContractOptions.isPersonalData(field);
    }

    private List<String> formats() {
        return switch (rules.getWellKnownCase()) {
            case EMAIL -> choice.order(Vocabulary.texts("email"));
            case HOSTNAME, ADDRESS -> choice.order(Vocabulary.texts("hostname"));
            case IP, IPV4 -> choice.order(Vocabulary.texts("ipv4"));
            case IPV6 -> List.of("2001:db8::17", "2001:db8::1:17");
            case URI, URI_REF -> choice.order(Vocabulary.texts("url"));
            case UUID -> List.of(uuid(), uuid(), uuid());
            case TUUID -> List.of(uuid().replace("-", ""), uuid().replace("-", ""));
            case ULID -> List.of("01ARZ3NDEKTSV4RRFFQ69G5FAV", "01BX5ZZKBKACTAV9WEVGEMMVRZ");
            case IP_WITH_PREFIXLEN, IPV4_WITH_PREFIXLEN -> List.of("192.0.2.17/24", "198.51.100.17/24");
            case IPV6_WITH_PREFIXLEN -> List.of("2001:db8::17/64");
            case IP_PREFIX, IPV4_PREFIX -> List.of("192.0.2.0/24", "198.51.100.0/24");
            case IPV6_PREFIX -> List.of("2001:db8::/32");
            case HOST_AND_PORT -> List.of("www.example.org:8080", "192.0.2.17:8080");
            case PROTOBUF_FQN -> List.of(field.getContainingType().getFullName());
            case PROTOBUF_DOT_FQN -> List.of('.' + field.getContainingType().getFullName());
            case WELL_KNOWN_REGEX ->
                List.of(rules.getWellKnownRegex() == KnownRegex.KNOWN_REGEX_HTTP_HEADER_NAME ? "X-Example" : "example");
            case WELLKNOWN_NOT_SET -> List.of();
        };
    }

    private String uuid() {
        var bytes = new byte[16];
        for (var index = 0; index < bytes.length; index++) {
            bytes[index] = (byte) choice.below(256);
        }
        return UUID.nameUUIDFromBytes(bytes).toString();
    }

    /** The text with the parts that are asked for, cut or filled to the length that is asked for. */
    private List<String> fitted(String text) {
        var head = text.startsWith(rules.getPrefix()) ? "" : rules.getPrefix();
        var tail = (text.contains(rules.getContains()) ? "" : rules.getContains())
                + (text.endsWith(rules.getSuffix()) ? "" : rules.getSuffix());
        var fixed = head.codePointCount(0, head.length()) + tail.codePointCount(0, tail.length());
        var length = text.codePointCount(0, text.length());
        var most = rules.hasLen() ? rules.getLen() : rules.hasMaxLen() ? rules.getMaxLen() : LONGEST;
        most = Math.min(
                most,
                bytes(rules.hasLenBytes() ? rules.getLenBytes() : rules.hasMaxBytes() ? rules.getMaxBytes() : LONGEST));
        var least = Math.max(
                Math.max(rules.getMinLen(), rules.getLen()), Math.max(rules.getMinBytes(), rules.getLenBytes()));
        var keep = (int) Math.max(0, Math.min(length, Math.min(most, LONGEST) - fixed));
        var core = text.substring(0, text.offsetByCodePoints(0, keep));
        var size = (int) Math.max(0, Math.min(least, LONGEST) - fixed - keep);
        var filling =
                String.join("", Collections.nCopies(size / 7 + 1, "example")).substring(0, size);
        return List.of(head + core + filling + tail, head + filling + core + tail);
    }

    private static long bytes(long count) {
        return count < 0 ? LONGEST : count;
    }
}

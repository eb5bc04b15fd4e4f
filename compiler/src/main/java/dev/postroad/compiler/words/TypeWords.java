package dev.postroad.compiler.words;

import build.buf.validate.FieldRules;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.postroad.contract.language.ValidationRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules of one type, such as {@code string} or {@code repeated}. Used once, by one thread. */
final class TypeWords {
    private static final Map<String, String> FORMATS = Map.ofEntries(
            Map.entry("email", "a valid email address"),
            Map.entry("hostname", "a valid hostname"),
            Map.entry("ip", "a valid IP address"),
            Map.entry("ipv4", "a valid IPv4 address"),
            Map.entry("ipv6", "a valid IPv6 address"),
            Map.entry("uri", "a valid URI"),
            Map.entry("uri_ref", "a valid URI or relative reference"),
            Map.entry("address", "a valid hostname or IP address"),
            Map.entry("uuid", "a valid UUID"),
            Map.entry("tuuid", "a valid UUID without hyphens"),
            Map.entry("ulid", "a valid ULID"),
            Map.entry("ip_with_prefixlen", "a valid IP address with prefix length"),
            Map.entry("ipv4_with_prefixlen", "a valid IPv4 address with prefix length"),
            Map.entry("ipv6_with_prefixlen", "a valid IPv6 address with prefix length"),
            Map.entry("ip_prefix", "a valid IP prefix"),
            Map.entry("ipv4_prefix", "a valid IPv4 prefix"),
            Map.entry("ipv6_prefix", "a valid IPv6 prefix"),
            Map.entry("host_and_port", "a valid host and port"),
            Map.entry("protobuf_fqn", "a valid full name of Protobuf"),
            Map.entry("protobuf_dot_fqn", "a valid full name of Protobuf with a leading dot"),
            Map.entry("finite", "a finite number"),
            Map.entry("defined_only", "a listed value"),
            Map.entry("unique", "all different"),
            Map.entry("lt_now", "in the past"),
            Map.entry("gt_now", "in the future"));

    private static final Map<String, String> VALUES = Map.of(
            "const", "always ",
            "pattern", "matches ",
            "prefix", "begins with ",
            "suffix", "ends with ",
            "contains", "contains ",
            "not_contains", "does not contain ");

    private final String type;
    private final Message rules;
    private final FieldDescriptor subject;
    private final Map<String, FieldDescriptor> open = new LinkedHashMap<>();
    private final List<Phrase> phrases = new ArrayList<>();

    TypeWords(String type, Message rules, FieldDescriptor subject) {
        this.type = type;
        this.rules = rules;
        this.subject = subject;
        rules.getAllFields().keySet().stream()
                .filter(rule -> !rule.isExtension())
                .forEach(rule -> open.put(rule.getName(), rule));
    }

    List<Phrase> phrases() {
        // What examples a rule gives is no constraint.
        take("example");
        counts();
        new RangeWords(take("gt"), take("gte"), take("lt"), take("lte"), type)
                .phrase()
                .ifPresent(phrases::add);
        List.copyOf(open.values()).forEach(this::single);
        ValidationRules.predefined(rules).forEach(this::predefined);
        phrases.addAll(ConstraintWords.unknown(type + '.', rules));
        return phrases;
    }

    private void counts() {
        switch (type) {
            case "string" -> {
                count("len", "min_len", "max_len", "character");
                count("len_bytes", "min_bytes", "max_bytes", "UTF-8 byte");
            }
            case "bytes" -> count("len", "min_len", "max_len", "byte");
            case "repeated" -> count("", "min_items", "max_items", "item");
            case "map" -> count("", "min_pairs", "max_pairs", "entry");
            default -> {}
        }
    }

    private void count(String exactRule, String minRule, String maxRule, String noun) {
        var exact = take(exactRule);
        var min = take(minRule);
        var max = take(maxRule);
        if (exact != null) {
            phrases.add(Phrase.of("exactly " + counted(exact.text(), noun)));
        }
        if (min != null && max != null) {
            var same = min.text().equals(max.text());
            phrases.add(Phrase.of(
                    same ? "exactly " + counted(min.text(), noun) : min.text() + " to " + counted(max.text(), noun)));
        } else if (min != null) {
            phrases.add(Phrase.of("at least " + counted(min.text(), noun)));
        } else if (max != null) {
            phrases.add(Phrase.of("at most " + counted(max.text(), noun)));
        }
    }

    private static String counted(String count, String noun) {
        if (count.equals("1")) {
            return count + ' ' + noun;
        }
        return count + ' ' + (noun.equals("entry") ? "entries" : noun + 's');
    }

    private @Nullable RuleValue take(String name) {
        var rule = open.remove(name);
        return rule == null ? null : new RuleValue(rule, rules.getField(rule));
    }

    private void single(FieldDescriptor rule) {
        var name = rule.getName();
        var value = rules.getField(rule);
        if (value instanceof FieldRules nested) {
            nested(name, nested);
        } else if (value instanceof Boolean isOn && FORMATS.containsKey(name)) {
            if (isOn) {
                phrases.add(Phrase.of(format(name)));
            }
        } else if (name.equals("in") || name.equals("not_in")) {
            phrases.add(choice(name, texts(rule)));
        } else if (VALUES.containsKey(name)) {
            phrases.add(Phrase.of(Objects.requireNonNull(VALUES.get(name)), texts(rule)));
        } else if (name.equals("within")) {
            phrases.add(Phrase.of("within " + new RuleValue(rule, value).text() + " of now"));
        } else if (name.equals("well_known_regex")) {
            phrases.add(Phrase.of("a valid "
                    + value.toString()
                            .replace("KNOWN_REGEX_", "")
                            .replace('_', ' ')
                            .toLowerCase(Locale.ROOT)
                            .replace("http", "HTTP")));
        } else {
            phrases.add(Phrase.of("", List.of("%s.%s = %s".formatted(type, name, value))));
        }
    }

    /** What the rule says of itself; with its value, unless that switches it on. */
    private void predefined(FieldDescriptor rule) {
        var value = rules.getField(rule);
        if (Boolean.FALSE.equals(value)) {
            return;
        }
        var said = ValidationRules.predefined(rule).getCelList().stream()
                .map(cel -> cel.getMessage().strip())
                .filter(message -> !message.isEmpty())
                .collect(Collectors.joining(", "));
        var isOn = Boolean.TRUE.equals(value);
        var setting = isOn ? rule.getFullName() : rule.getFullName() + " = " + String.join(", ", texts(rule));
        if (said.isEmpty()) {
            phrases.add(Phrase.of("", List.of(setting)));
        } else if (isOn) {
            phrases.add(Phrase.of(said));
        } else {
            phrases.add(Phrase.of(said + ": ", List.of(setting)));
        }
    }

    private String format(String name) {
        // 16 or 4 bytes, not their text.
        return type.equals("bytes") ? Objects.requireNonNull(FORMATS.get(name)) + " in bytes" : FORMATS.get(name) + "";
    }

    private static Phrase choice(String rule, List<String> values) {
        if (values.size() == 1) {
            return Phrase.of(rule.equals("in") ? "always " : "not ", values);
        }
        return Phrase.of(rule.equals("in") ? "one of " : "none of ", values);
    }

    private void nested(String name, FieldRules nested) {
        var part = switch (name) {
            case "keys" -> subject.getMessageType().findFieldByNumber(1);
            case "values" -> subject.getMessageType().findFieldByNumber(2);
            default -> subject;
        };
        var before = switch (name) {
            case "keys" -> "each key: ";
            case "values" -> "each value: ";
            default -> "each item: ";
        };
        ConstraintWords.phrases(nested, part).forEach(phrase -> phrases.add(phrase.after(before)));
    }

    private List<String> texts(FieldDescriptor rule) {
        var value = rules.getField(rule);
        List<?> values = value instanceof List<?> list ? list : List.of(value);
        return values.stream().map(item -> text(rule, item)).toList();
    }

    private String text(FieldDescriptor rule, Object value) {
        if (type.equals("enum") && value instanceof Integer number && subject.getType() == FieldDescriptor.Type.ENUM) {
            var named = subject.getEnumType().findValueByNumber(number);
            return named == null ? number.toString() : named.getName();
        }
        return new RuleValue(rule, value).text();
    }
}

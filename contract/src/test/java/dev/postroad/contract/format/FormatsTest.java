package dev.postroad.contract.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.contract.check.Check;
import dev.postroad.contract.check.Formats;
import dev.postroad.contract.check.ProtovalidateCheck;
import dev.postroad.contract.check.Violation;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FormatsTest {
    private static final String CASES = "/formats.cases";
    private static final Map<String, Predicate<String>> FUNCTIONS = functions();

    private final Check<dev.postroad.contract.formats.Formats> protovalidate =
            new ProtovalidateCheck<>(dev.postroad.contract.formats.Formats.getDescriptor());

    @Test
    void givesTheVerdictsOfTheCases() throws IOException {
        for (var line : cases()) {
            var words = line.split(" ", 3);
            var verdict = function(words[0]).test(words[2]);

            assertThat(verdict).as(line).isEqualTo(words[1].equals("yes"));
        }
    }

    @Test
    void agreesWithProtovalidateOnTheCases() throws IOException {
        for (var line : cases()) {
            assertAgreement(line.split(" ", 3)[2], "a case of " + CASES);
        }
        assertAgreement("", "the empty text");
    }

    @Test
    void agreesWithProtovalidateOnRandomTexts() throws IOException {
        assertAgreement(20_000, 1);
    }

    @Test
    @Tag("slow")
    void agreesWithProtovalidateOnAMillionTexts() throws IOException {
        assertAgreement(1_000_000, System.nanoTime());
    }

    @Test
    void knowsNoVersionButFourAndSix() {
        assertThat(Formats.isIp("1.2.3.4", 5)).isFalse();
        assertThat(Formats.isIp("::1", 1L << 32)).isFalse();
        assertThat(Formats.isIpPrefix("1.2.3.0/24", 6)).isFalse();
        assertThat(Formats.isIpPrefix("1.2.3.0/24", 4)).isTrue();
        assertThat(Formats.isIpPrefix("1.2.3.4/24", true)).isFalse();
        assertThat(Formats.isIpPrefix("1.2.3.4/24")).isTrue();
        assertThat(Formats.isIp("::1")).isTrue();
    }

    @Test
    void countsCodePointsAndBytes() {
        var text = "a\u00e9\u20ac\ud83d\ude00";

        assertThat(Formats.length(text)).isEqualTo(4);
        assertThat(Formats.utf8Length(text)).isEqualTo(text.getBytes(UTF_8).length);
        assertThat(Formats.utf8Length("\ude00\ud83d")).isEqualTo(6);
    }

    private void assertAgreement(int count, long seed) throws IOException {
        var texts = new Texts(
                seed, cases().stream().map(line -> line.split(" ", 3)[2]).toList());
        for (var i = 0; i < count; i++) {
            assertAgreement(texts.next(), "text %d of seed %d".formatted(i, seed));
        }
    }

    private void assertAgreement(String text, String origin) {
        var message = dev.postroad.contract.formats.Formats.newBuilder();
        message.getDescriptorForType().getFields().forEach(field -> message.setField(field, text));
        var refusedThere = protovalidate.violations(message.build()).stream()
                .map(Violation::field)
                .collect(Collectors.toSet());
        var refusedHere = FUNCTIONS.entrySet().stream()
                .filter(function -> !function.getValue().test(text))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());

        if (!refusedHere.equals(refusedThere)) {
            assertThat(refusedHere).as("%s: '%s'", origin, text).isEqualTo(refusedThere);
        }
    }

    private static Predicate<String> function(String name) {
        var function = FUNCTIONS.get(name);
        if (function == null) {
            throw new IllegalArgumentException("%s: there is no function '%s'".formatted(CASES, name));
        }
        return function;
    }

    private static Map<String, Predicate<String>> functions() {
        var functions = new LinkedHashMap<String, Predicate<String>>();
        functions.put("email", Formats::isEmail);
        functions.put("hostname", Formats::isHostname);
        functions.put("ip", Formats::isIp);
        functions.put("ipv4", text -> Formats.isIp(text, 4));
        functions.put("ipv6", text -> Formats.isIp(text, 6));
        functions.put("prefix", Formats::isIpPrefix);
        functions.put("ipv4_prefix", text -> Formats.isIpPrefix(text, 4));
        functions.put("ipv6_prefix", text -> Formats.isIpPrefix(text, 6));
        functions.put("strict_prefix", text -> Formats.isIpPrefix(text, true));
        functions.put("strict_ipv4_prefix", text -> Formats.isIpPrefix(text, 4, true));
        functions.put("strict_ipv6_prefix", text -> Formats.isIpPrefix(text, 6, true));
        functions.put("uri", Formats::isUri);
        functions.put("uri_ref", Formats::isUriRef);
        functions.put("host_and_port", text -> Formats.isHostAndPort(text, true));
        functions.put("host_maybe_port", text -> Formats.isHostAndPort(text, false));
        functions.put("nine_characters", text -> Formats.length(text) <= 9);
        functions.put("nine_bytes", text -> Formats.utf8Length(text) <= 9);
        return functions;
    }

    private static List<String> cases() throws IOException {
        try (var file = FormatsTest.class.getResourceAsStream(CASES)) {
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        }
    }
}

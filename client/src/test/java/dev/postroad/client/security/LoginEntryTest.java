package dev.postroad.client.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Kafka reads in an entry is what was put into it. */
class LoginEntryTest {
    /** What means something to JAAS, to Kafka's tokenizer or to people, beside any other character. */
    private static final String ODD = "\"\\\n\r\t '=;{}$/*#-_\0\u0007é世🔑\u2028nrt0127";

    @Test
    void isOneLine() {
        assertThat(new LoginEntry("Module", Map.of("username", "ada", "password", "a \"b\"\nc\\")).text())
                .isEqualTo("Module required password=\"a \\\"b\\\"\\nc\\\\\" username=\"ada\";");
    }

    @Test
    void hasNoOptions() {
        assertThat(read(new LoginEntry("Module", Map.of()))).isEmpty();
    }

    @Test
    void keepsItsOptionsToItself() {
        assertThat(new LoginEntry("Module", Map.of("password", "a-secret"))).hasToString("Module");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isReadAsItWasWritten(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < 500; round++) {
            var options = Map.of("username", text(random), "password", text(random));

            assertThat(read(new LoginEntry("Module", options)))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(options);
        }
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(12))
                .mapToObj(any -> {
                    var odd = ODD.codePoints().toArray();
                    var point = any % 3 == 0 ? Math.floorMod(any, 0xD800) : odd[Math.floorMod(any, odd.length)];
                    return Character.toString(point);
                })
                .collect(Collectors.joining());
    }

    private static Map<String, ?> read(LoginEntry entry) {
        var context = JaasContext.loadClientContext(
                Map.of(SaslConfigs.SASL_JAAS_CONFIG, new Password(entry.text()), SaslConfigs.SASL_MECHANISM, "PLAIN"));
        assertThat(context.configurationEntries()).hasSize(1);
        return context.configurationEntries().get(0).getOptions();
    }
}

package dev.postroad.client.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postroad.client.security.PasswordMechanism;
import dev.postroad.client.security.Sasl;
import dev.postroad.client.security.Secret;
import dev.postroad.client.security.Security;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusSettingsTest {
    @Test
    void hasStandards() {
        assertThat(BusSettings.of("billing", Map.of()))
                .isEqualTo(new BusSettings("billing", "localhost:9092", Duration.ofSeconds(10)));
    }

    @Test
    void readsTheEnvironment() {
        var environment = Map.of("POSTROAD_BOOTSTRAP", "a:1,[::1]:2", "POSTROAD_REPORT_EVERY", "0.5s");

        assertThat(BusSettings.of("billing", environment))
                .isEqualTo(new BusSettings("billing", "a:1,[::1]:2", Duration.ofMillis(500)));
    }

    @Test
    void switchesReportsOff() {
        assertThat(BusSettings.of("billing", Map.of("POSTROAD_REPORT_EVERY", "off"))
                        .reportEvery())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "localhost:", ":9092", "a:1,b", "a:1 b:2", "kafka://a:1"})
    void refusesWhatIsNoAddress(String bootstrap) {
        assertThatThrownBy(() -> BusSettings.of("billing", Map.of("POSTROAD_BOOTSTRAP", bootstrap)))
                .hasMessage(
                        "bootstrap '%s' is no address; write it as host:port, several separated by commas", bootstrap);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Billing", "bill.ing", "-billing", "billing/2"})
    void refusesWhatIsNoServiceName(String service) {
        assertThatThrownBy(() -> BusSettings.of(service, Map.of()))
                .hasMessageContaining("'" + service + "' is no service name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "10", "1ms"})
    void refusesWhatIsNoInterval(String text) {
        assertThatThrownBy(() -> BusSettings.of("billing", Map.of("POSTROAD_REPORT_EVERY", text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "POSTROAD_REPORT_EVERY '%s' is no duration; write it as '10s' or '0.5s', or 'off' for no reports",
                        text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5s", "0.05s"})
    void refusesToReportTooOften(String text) {
        assertThatThrownBy(() -> BusSettings.of("billing", Map.of("POSTROAD_REPORT_EVERY", text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use at least 100 ms, or zero for none");
    }

    @Test
    void readsAFileThatTheEnvironmentNames(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("shop.properties"), """
                # Of the shop.
                bootstrap = a:1
                reportEvery = 1s
                healthPort = 8081
                handlerTimeout = 10m
                closeWithin = 20s
                startFrom = newest
                version = 1.4.2
                trace = link
                traceRatio = 0.5
                saslMechanism = SCRAM-SHA-512
                saslUsername = billing
                kafka.linger.ms = 20
                """);
        var environment = Map.of(
                "POSTROAD_SETTINGS_FILE",
                file.toString(),
                "POSTROAD_BOOTSTRAP",
                "b:2",
                "POSTROAD_SASL_PASSWORD",
                "secret",
                "POSTROAD_KAFKA_FETCH_MIN_BYTES",
                "1000");

        assertThat(BusSettings.of("billing", environment))
                .isEqualTo(new BusSettings(
                        "billing",
                        "b:2",
                        Duration.ofSeconds(1),
                        8081,
                        Duration.ofMinutes(10),
                        Duration.ofSeconds(20),
                        StartFrom.NEWEST,
                        "1.4.2",
                        new Tracing(TraceMode.LINK, 0.5),
                        Security.none()
                                .withSasl(
                                        Sasl.password(PasswordMechanism.SCRAM_SHA_512, "billing", Secret.of("secret"))),
                        new KafkaOverrides(Map.of("linger.ms", "20", "fetch.min.bytes", "1000"))));
    }

    @Test
    void refusesASettingThatThereIsNot(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("shop.properties"), "bootstraps=a:1\n");

        assertThatThrownBy(() -> BusSettings.of("billing", Map.of("POSTROAD_SETTINGS_FILE", file.toString())))
                .hasMessage(
                        "%s: there is no setting 'bootstraps'; there are bootstrap, reportEvery, healthPort, handlerTimeout, closeWithin, startFrom, version, trace, traceRatio, tlsTrust, tlsCertificate, tlsKey, saslMechanism, saslUsername, saslPassword, saslPasswordFile, saslTokenEndpoint, and kafka.*",
                        file);
    }

    @Test
    void saysThatItsFileCannotBeRead(@TempDir Path folder) {
        var file = folder.resolve("none.properties").toString();

        assertThatThrownBy(() -> BusSettings.of("billing", Map.of("POSTROAD_SETTINGS_FILE", file)))
                .hasMessageStartingWith("POSTROAD_SETTINGS_FILE '%s' cannot be read: ", file);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POSTROAD_HEALTH_PORT     | 0     | POSTROAD_HEALTH_PORT '0' is no port; use a number from 1 to 65535, or 'off'
            POSTROAD_HEALTH_PORT     | 70000 | 70000 is no port for health; use 1 to 65535, or 0 for none
            POSTROAD_HANDLER_TIMEOUT | 59s   | a handler cannot count as stuck after PT59S; use a minute to a day
            POSTROAD_HANDLER_TIMEOUT | 5 min | POSTROAD_HANDLER_TIMEOUT '5 min' is no duration; write it as '10s' or '0.5s'
            POSTROAD_CLOSE_WITHIN    | 6m    | handlers cannot go on for PT6M when the bus closes; use up to 5 minutes
            POSTROAD_START_FROM      | today | POSTROAD_START_FROM 'today' is neither oldest nor newest
            POSTROAD_TRACE           | on    | POSTROAD_TRACE 'on' is none of parent, link and off
            POSTROAD_TRACE_RATIO     | few   | POSTROAD_TRACE_RATIO 'few' is no number; use one from 0 to 1, such as 0.01
            POSTROAD_TRACE_RATIO     | NaN   | traces cannot be sampled with a ratio of NaN; use 0 to 1
            POSTROAD_TRACE_RATIO     | 1.5   | traces cannot be sampled with a ratio of 1.5; use 0 to 1
            POSTROAD_KAFKA_ACKS      | 1     | Kafka's acks cannot be overridden: what Postroad promises rests on it
            POSTROAD_KAFKA_GROUP_PROTOCOL | share | Kafka's group.protocol cannot be 'share'; it is classic or consumer, and chosen by what the cluster has if it is left out
            POSTROAD_KAFKA_LINGERING | 1     | Kafka's clients have no property lingering; look it up in Kafka's documentation
            """)
    void refusesWhatASettingCannotBe(String variable, String text, String sentence) {
        assertThatThrownBy(() -> BusSettings.of("billing", Map.of(variable, text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SASL_JAAS_CONFIG", "SASL_MECHANISM", "SECURITY_PROTOCOL"})
    void refusesToOverrideHowTheServiceLogsIn(String property) {
        var environment = Map.of(
                "POSTROAD_SASL_MECHANISM",
                "SCRAM-SHA-512",
                "POSTROAD_SASL_USERNAME",
                "billing",
                "POSTROAD_SASL_PASSWORD",
                "secret",
                "POSTROAD_KAFKA_" + property,
                "other");

        assertThatThrownBy(() -> BusSettings.of("billing", environment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Kafka's %s is overridden, but follows from the settings for TLS and SASL; take one of them out",
                        property.toLowerCase(Locale.ROOT).replace('_', '.'));
    }

    @Test
    void keepsValuesOfOverridesToItself() {
        var settings = BusSettings.of("billing", Map.of("POSTROAD_KAFKA_SASL_JAAS_CONFIG", "secret"));

        assertThat(settings.toString()).contains("kafka=[sasl.jaas.config]").doesNotContain("secret");
        assertThat(settings.kafka().ofConsumer()).containsEntry("sasl.jaas.config", "secret");
        assertThat(settings.kafka().ofProducer()).containsEntry("sasl.jaas.config", "secret");
        assertThat(settings.kafka().ofAdmin()).containsEntry("sasl.jaas.config", "secret");
    }
}

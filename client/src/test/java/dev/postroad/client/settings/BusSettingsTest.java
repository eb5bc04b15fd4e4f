package dev.postroad.client.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}

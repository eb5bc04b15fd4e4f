package dev.postroad.broker.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerSettingsTest {
    @Test
    void areBuiltUpOneByOne() {
        var settings = BrokerSettings.in(Path.of("data")).withPort(9092).with("num.partitions", "3");

        assertThat(settings)
                .isEqualTo(new BrokerSettings(Optional.of(Path.of("data")), 9092, Map.of("num.partitions", "3")));
    }

    @Test
    void refuseAPortThatDoesNotExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BrokerSettings.temporary().withPort(65_536))
                .withMessage("port must be between 0 (any free one) and 65535, got 65536");
    }

    @Test
    void refuseWhatTheBrokerDecides() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BrokerSettings.temporary().with("listeners", "PLAINTEXT://0.0.0.0:9092"))
                .withMessageStartingWith("listeners is not open to change");
    }

    @Test
    void takeFurtherListeners() {
        var settings = BrokerSettings.temporary().withListener("SECURE", SecurityProtocol.SSL);

        assertThat(settings.withPort(1).with("a", "b").listeners())
                .containsExactly(Map.entry("SECURE", SecurityProtocol.SSL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secure", "PLAINTEXT", "CONTROLLER", "A,B"})
    void refuseANameThatNoFurtherListenerCanHave(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BrokerSettings.temporary().withListener(name, SecurityProtocol.SSL))
                .withMessage(
                        "'%s' is no name for a further listener; use capitals, such as SECURE, other than PLAINTEXT and CONTROLLER",
                        name);
    }
}

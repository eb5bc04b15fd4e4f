package dev.postroad.broker.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
}

package dev.postroad.broker.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerRestartTest {
    /** For so long Kafka would hold a killed broker's place. */
    private static final Duration SESSION = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    @Test
    void keepsRecordsAndCommittedOffsets() {
        try (var broker = EmbeddedBroker.start(BrokerSettings.in(directory))) {
            var client = new PlainClient(broker);
            client.create("orders.order-placed.v1");
            client.publish("orders.order-placed.v1", "a", "b", "c");
            client.read("orders.order-placed.v1", "billing", 1);
        }

        try (var broker = EmbeddedBroker.start(BrokerSettings.in(directory))) {
            assertThat(new PlainClient(broker).read("orders.order-placed.v1", "billing", 2))
                    .containsExactly("b", "c");
        }
    }

    @Test
    void keepsRecordsAndCommittedOffsetsWhenTheProcessIsKilled() throws IOException {
        try (var process = BrokerProcess.start(directory)) {
            var client = new PlainClient(process.bootstrapServers());
            client.create("orders.order-placed.v1");
            client.publish("orders.order-placed.v1", "a", "b", "c");
            client.read("orders.order-placed.v1", "billing", 1);
        }

        var begin = Instant.now();
        var settings =
                BrokerSettings.in(directory).with("broker.session.timeout.ms", Long.toString(SESSION.toMillis()));
        try (var broker = EmbeddedBroker.start(settings)) {
            assertThat(Duration.between(begin, Instant.now())).isLessThan(SESSION);
            assertThat(new PlainClient(broker).read("orders.order-placed.v1", "billing", 2))
                    .containsExactly("b", "c");
        }
    }
}

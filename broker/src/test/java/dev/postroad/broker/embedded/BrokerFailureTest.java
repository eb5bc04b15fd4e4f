package dev.postroad.broker.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerFailureTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    @Test
    void isReportedWhenTheDirectoryVanishes() throws IOException {
        try (var broker = EmbeddedBroker.start(BrokerSettings.in(directory));
                var bystander = EmbeddedBroker.start(BrokerSettings.temporary())) {
            var client = new PlainClient(broker);
            client.create("orders.order-placed.v1");
            client.publish("orders.order-placed.v1", "a");

            Utils.delete(directory.toFile());

            assertThat(broker.failure())
                    .succeedsWithin(PATIENCE)
                    .extracting(BrokerFailure::message, STRING)
                    .startsWith("the broker on %s has died".formatted(directory))
                    .endsWith("its directory is gone or can no longer be written");
            assertThat(bystander.failure()).isNotDone();
        }
    }
}

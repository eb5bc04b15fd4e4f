package dev.postroad.broker.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(MutedKafka.class)
class BrokerFailureTest {
    /** Each five seconds Kafka writes a file about the partitions that it has, and so notices. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private Path directory;

    @BeforeEach
    void choose() {
        directory = folder.resolve("data");
    }

    @Test
    void isReportedWhenTheDirectoryVanishes() throws IOException {
        try (var broker = EmbeddedBroker.start(BrokerSettings.in(directory));
                var bystander = EmbeddedBroker.start(BrokerSettings.temporary())) {
            writeTo(broker);

            Files.move(directory, folder.resolve("elsewhere"));

            assertThat(broker.failure())
                    .succeedsWithin(PATIENCE)
                    .extracting(BrokerFailure::message, STRING)
                    .startsWith("the broker on %s has died".formatted(directory))
                    .endsWith("its directory is gone or can no longer be written");
            assertThat(bystander.failure()).isNotDone();
        }
    }

    @Test
    void letsItsListenerCloseTheBroker() throws IOException {
        var broker = EmbeddedBroker.start(BrokerSettings.in(directory));
        var closed = broker.failure().thenRun(broker::close);
        writeTo(broker);

        Files.move(directory, folder.resolve("elsewhere"));

        assertThat(closed).succeedsWithin(PATIENCE);
    }

    private static void writeTo(EmbeddedBroker broker) {
        var client = new PlainClient(broker);
        client.create("orders.order-placed.v1");
        client.publish("orders.order-placed.v1", "a");
    }
}

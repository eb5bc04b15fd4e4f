package dev.postroad.client.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.broker.junit.BrokerExtension;
import dev.postroad.client.Bus;
import dev.postroad.client.settings.BusSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clerks are killed and suspended while orders come: each order is handled, and each key's in their order. */
@ExtendWith(BrokerExtension.class)
class ProcessFaultTest {
    @TempDir
    private Path folder;

    private final EmbeddedBroker broker;

    ProcessFaultTest(EmbeddedBroker broker) {
        this.broker = broker;
    }

    @ParameterizedTest
    @CsvSource("keyed, 12")
    void losesNothingWhenClerksAreSuspendedAndReplaced(String mode, long seed)
            throws IOException, InterruptedException, ExecutionException {
        play(mode, seed, 3);
    }

    /** The group waits 45 seconds for each one that is killed. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"ordered, 21", "keyed, 22", "keyed, 23"})
    void losesNothingInManyFaults(String mode, long seed) throws IOException, InterruptedException, ExecutionException {
        play(mode, seed, 12);
    }

    private void play(String mode, long seed, int faults) throws IOException, InterruptedException, ExecutionException {
        var random = new Random(seed);
        var service = "clerk-%s-%d".formatted(mode, seed);
        try (var staff = new Staff(folder, broker.bootstrapServers(), service, mode);
                var stored = new Ledger(staff.books().newStored());
                var bus = Bus.connect(new BusSettings("shop", broker.bootstrapServers(), Duration.ZERO))) {
            staff.createTopics();
            var orders = new Orders(bus, service, stored);
            staff.startClerk();
            staff.startClerk();
            staff.awaitWork();
            for (var fault = 0; fault < faults; fault++) {
                Staff.letPass(Duration.ofMillis(random.nextInt(2_000)));
                staff.inflict(random);
            }
            orders.end();

            var published = staff.books().stored();
            await().atMost(Duration.ofSeconds(120))
                    .untilAsserted(() -> assertThat(staff.books().handled()).containsAll(published));
            assertThat(published).hasSizeGreaterThan(100);
            assertThat(staff.books().handledOutOfOrder()).isEmpty();
        }
    }
}

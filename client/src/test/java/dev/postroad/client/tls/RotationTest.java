package dev.postroad.client.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postroad.client.Bus;
import dev.postroad.client.orders.OrderPlaced;
import dev.postroad.client.publish.Delivery;
import dev.postroad.client.publish.Publisher;
import dev.postroad.client.security.Security;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.contract.topic.DerivedTopics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates are replaced while a service publishes and subscribes, on a broker that wants them. */
class RotationTest {
    private static final String TOPIC = "orders.order-placed.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestAuthority first = TestAuthority.named("first authority");
    private final TestAuthority second = TestAuthority.named("second authority");
    private final TestFolder folder;

    RotationTest(@TempDir Path path) {
        folder = new TestFolder(path);
        folder.put(first.issue("billing-1"), first.pem());
        WritersSeen.forget();
    }

    /**
     * With time to reconnect, connections find a quiet moment; without it, under a load that always has requests under
     * way, they find none.
     */
    @ParameterizedTest
    @CsvSource({"TLSv1.3, 500, 0", "TLSv1.3, 0, 1000", "TLSv1.2, 0, 1000"})
    void failsNoPublishWhileCertificatesRotate(String protocol, int reconnectMillis, int padding) {
        var random = new Random(7);
        var tls = new Tls(
                folder.files(),
                Duration.ofMillis(50),
                Duration.ofMillis(reconnectMillis),
                Clock.systemUTC(),
                random::nextDouble);
        var handled = new AtomicInteger();

        try (var broker = started(protocol);
                var bus = Bus.connect(new BusSettings("billing", broker.bootstrapServers(), Duration.ZERO)
                        .withSecurity(new Security(Optional.of(tls), Optional.empty())));
                var load = new Load(bus.publisher(OrderPlaced.class), padding)) {
            bus.subscribe(OrderPlaced.class, (order, context) -> handled.incrementAndGet());
            awaitWriters("CN=billing-1");
            folder.put(first.issue("billing-2"), first.pem());
            awaitWriters("CN=billing-1", "CN=billing-2");
            putAPairThatIsNone(tls);
            folder.put(first.issue("billing-3"), first.pem());
            awaitWriters("CN=billing-1", "CN=billing-2", "CN=billing-3");
            goOverToTheOtherAuthority(tls, broker);
            awaitWriters("CN=billing-1", "CN=billing-2", "CN=billing-3", "CN=billing-4", "CN=billing-5");

            var deliveries = load.finish();
            assertThat(deliveries)
                    .hasSizeGreaterThan(1_000)
                    .allSatisfy(delivery -> assertThat(delivery).succeedsWithin(PATIENCE));
            assertThat(broker.records(TOPIC)).as("records").isEqualTo(deliveries.size());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(handled).hasValueGreaterThanOrEqualTo(deliveries.size()));
        }
        assertThat(tls.figures()).returns(5L, TlsFigures::rotations).returns(1L, TlsFigures::refusals);
        assertThat(tls.figures().refused()).isEmpty();
    }

    private TestBroker started(String protocol) {
        var broker = TestBroker.start(protocol, first.issue("broker"), first, second);
        broker.create(TOPIC);
        new DerivedTopics(TOPIC, "billing").standard().forEach(broker::create);
        return broker;
    }

    private void putAPairThatIsNone(Tls tls) {
        folder.put(
                first.issue("billing").certificatePem(), first.issue("mallory").keyPem(), first.pem());
        await().atMost(PATIENCE).until(() -> tls.figures().refusals() == 1);
    }

    /** Trust goes first, then the certificates of both sides, and at last trust in the first authority. */
    private void goOverToTheOtherAuthority(Tls tls, TestBroker broker) {
        folder.put(first.issue("billing-3"), first.pem() + second.pem());
        await().atMost(PATIENCE).until(() -> tls.figures().rotations() == 3);
        broker.rotate(second.issue("broker"));
        folder.put(second.issue("billing-4"), first.pem() + second.pem());
        awaitWriters("CN=billing-1", "CN=billing-2", "CN=billing-3", "CN=billing-4");
        folder.put(second.issue("billing-5"), second.pem());
    }

    private static void awaitWriters(String... names) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(WritersSeen.names()).containsExactly(names));
    }

    /** Publishes as fast as the producer's buffer lets it, with a breath after each hundred. */
    private static final class Load implements AutoCloseable {
        private final Publisher<OrderPlaced> publisher;
        private final int padding;
        private final List<CompletableFuture<Delivery>> deliveries = new ArrayList<>();
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final CompletableFuture<Void> end;

        Load(Publisher<OrderPlaced> publisher, int padding) {
            this.publisher = publisher;
            this.padding = padding;
            this.end = CompletableFuture.runAsync(this::run);
        }

        private void run() {
            var random = new Random(8);
            for (var number = 1; !stopped.get(); number++) {
                deliveries.add(publisher.publish(OrderPlaced.newBuilder()
                        .setOrderId(number + incompressible(random))
                        .setItems(number)
                        .build()));
                if (number % 100 == 0) {
                    LockSupport.parkNanos(1_000_000);
                }
            }
        }

        private String incompressible(Random random) {
            return random.ints(padding, ' ', '~').mapToObj(Character::toString).collect(Collectors.joining());
        }

        /** What became of each message; fails if publishing itself failed. */
        List<CompletableFuture<Delivery>> finish() {
            stopped.set(true);
            end.join();
            return deliveries;
        }

        @Override
        public void close() {
            stopped.set(true);
        }
    }
}

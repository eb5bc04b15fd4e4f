package dev.postroad.client.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postroad.client.Bus;
import dev.postroad.client.orders.OrderPlaced;
import dev.postroad.client.publish.Delivery;
import dev.postroad.client.publish.Publisher;
import dev.postroad.client.security.Security;
import dev.postroad.client.settings.BusSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates are replaced while a service publishes and subscribes, on a broker that wants them. */
class RotationTest {
    private static final String TOPIC = "orders.order-placed.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestAuthority first = TestAuthority.named("first authority");
    private final TestAuthority second = TestAuthority.named("second authority");
    private final TestFolder folder;
    private final TestBroker broker;
    private final Tls tls;
    private final Bus bus;

    RotationTest(@TempDir Path path) {
        folder = new TestFolder(path);
        folder.put(first.issue("billing-1"), first.pem());
        broker = TestBroker.start(first.issue("broker"), first, second);
        broker.create(TOPIC);
        WritersSeen.forget();
        var random = new Random(7);
        tls = Tls.of(
                folder.files(), Duration.ofMillis(50), Duration.ofMillis(500), Clock.systemUTC(), random::nextDouble);
        bus = Bus.connect(new BusSettings("billing", broker.bootstrapServers(), Duration.ZERO)
                .withSecurity(new Security(Optional.of(tls), Optional.empty())));
    }

    @AfterEach
    void close() {
        bus.close();
        broker.close();
    }

    @Test
    void failsNoPublishWhileCertificatesRotate() throws InterruptedException {
        var handled = new AtomicInteger();
        bus.subscribe(OrderPlaced.class, (order, context) -> handled.incrementAndGet());
        var load = new Load(bus.publisher(OrderPlaced.class));
        load.start();
        awaitWriters("CN=billing-1");

        folder.put(first.issue("billing-2"), first.pem());
        awaitWriters("CN=billing-1", "CN=billing-2");

        folder.put(
                first.issue("billing-3").certificatePem(),
                first.issue("mallory").keyPem(),
                first.pem());
        await().atMost(PATIENCE).until(() -> tls.figures().refusals() == 1);

        folder.put(first.issue("billing-4"), first.pem() + second.pem());
        awaitWriters("CN=billing-1", "CN=billing-2", "CN=billing-4");
        broker.rotate(second.issue("broker"));
        folder.put(second.issue("billing-5"), first.pem() + second.pem());
        awaitWriters("CN=billing-1", "CN=billing-2", "CN=billing-4", "CN=billing-5");
        folder.put(second.issue("billing-6"), second.pem());
        awaitWriters("CN=billing-1", "CN=billing-2", "CN=billing-4", "CN=billing-5", "CN=billing-6");

        var deliveries = load.finish();
        assertThat(deliveries)
                .hasSizeGreaterThan(1_000)
                .allSatisfy(delivery -> assertThat(delivery).succeedsWithin(PATIENCE));
        assertThat(broker.records(TOPIC)).as("records").isEqualTo(deliveries.size());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(handled).hasValue(deliveries.size()));
        assertThat(tls.figures().rotations()).isEqualTo(4);
        assertThat(tls.figures().refused()).isEmpty();
    }

    private static void awaitWriters(String... names) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(WritersSeen.names()).containsExactly(names));
    }

    /** Publishes as fast as the producer's buffer lets it, with a breath after each hundred. */
    private static final class Load extends Thread {
        private final Publisher<OrderPlaced> publisher;
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final ConcurrentLinkedQueue<CompletableFuture<Delivery>> deliveries = new ConcurrentLinkedQueue<>();

        Load(Publisher<OrderPlaced> publisher) {
            super("load");
            this.publisher = publisher;
        }

        @Override
        public void run() {
            for (var number = 1; !stopped.get(); number++) {
                deliveries.add(publisher.publish(OrderPlaced.newBuilder()
                        .setOrderId("order " + number)
                        .setItems(number)
                        .build()));
                if (number % 100 == 0) {
                    LockSupport.parkNanos(1_000_000);
                }
            }
        }

        List<CompletableFuture<Delivery>> finish() throws InterruptedException {
            stopped.set(true);
            join();
            return List.copyOf(deliveries);
        }
    }
}

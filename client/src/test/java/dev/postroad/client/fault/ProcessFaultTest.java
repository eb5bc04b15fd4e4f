package dev.postroad.client.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.broker.junit.BrokerExtension;
import dev.postroad.client.Bus;
import dev.postroad.client.orders.OrderPlaced;
import dev.postroad.client.publish.Delivery;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.contract.topic.DerivedTopics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clerks are killed and suspended while orders come: each order is handled, and each key's in their order. */
@ExtendWith(BrokerExtension.class)
class ProcessFaultTest {
    private static final String TOPIC = "orders.order-placed.v1";
    private static final int PARTITIONS = 6;
    private static final int KEYS = 40;

    @TempDir
    private Path folder;

    private final EmbeddedBroker broker;
    private final List<Process> clerks = new ArrayList<>();
    private final List<Path> ledgers = new ArrayList<>();

    ProcessFaultTest(EmbeddedBroker broker) {
        this.broker = broker;
    }

    @AfterEach
    void killAll() {
        clerks.forEach(Process::destroyForcibly);
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
        createTopics(service);
        try (var bus = Bus.connect(new BusSettings("shop", broker.bootstrapServers(), Duration.ZERO))) {
            var orders = new Orders(bus, service);
            startClerk(service, mode);
            startClerk(service, mode);
            await().atMost(Duration.ofSeconds(60)).until(() -> !handled(service).isEmpty());
            for (var fault = 0; fault < faults; fault++) {
                letPass(random.nextInt(2_000));
                inflict(service, mode, random);
            }
            var published = orders.end();

            await().atMost(Duration.ofSeconds(120))
                    .untilAsserted(() -> assertThat(handled(service)).containsAll(published));
            assertThat(published).hasSizeGreaterThan(100);
            assertThat(outOfOrder()).isEmpty();
        }
    }

    private void createTopics(String service) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            var wanted = Stream.concat(Stream.of(TOPIC), new DerivedTopics(TOPIC, service).standard().stream())
                    .toList();
            var existing = admin.listTopics().names().get();
            admin.createTopics(wanted.stream()
                            .filter(topic -> !existing.contains(topic))
                            .map(topic -> new NewTopic(topic, topic.equals(TOPIC) ? PARTITIONS : 1, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    private void startClerk(String service, String mode) throws IOException {
        var ledger = folder.resolve("ledger-" + ledgers.size());
        ledgers.add(ledger);
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Clerk.class.getName(),
                broker.bootstrapServers(),
                service,
                mode,
                ledger.toString());
        clerks.add(new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out-" + ledgers.size()).toFile())
                .redirectErrorStream(true)
                .start());
    }

    /** One of: a kill, an orderly end, a suspension; and a newcomer for who is gone. */
    private void inflict(String service, String mode, Random random) throws IOException, InterruptedException {
        var victim = clerks.get(random.nextInt(clerks.size()));
        switch (random.nextInt(3)) {
            case 0 -> {
                victim.destroyForcibly().waitFor();
                clerks.remove(victim);
                startClerk(service, mode);
            }
            case 1 -> {
                victim.destroy();
                victim.waitFor();
                clerks.remove(victim);
                startClerk(service, mode);
            }
            default -> {
                signal("STOP", victim);
                letPass(1_000 + random.nextInt(2_000));
                signal("CONT", victim);
            }
        }
    }

    private static void signal(String name, Process process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static void letPass(int millis) {
        await().pollDelay(Duration.ofMillis(millis)).until(() -> true);
    }

    /** The numbers that were handled, each with its key. */
    private Set<String> handled(String service) throws IOException {
        var handled = new HashSet<String>();
        for (var ledger : ledgers) {
            for (var line : lines(ledger)) {
                if (line.startsWith(service)) {
                    var parts = line.split(" ");
                    handled.add(parts[0] + ' ' + parts[1]);
                }
            }
        }
        return handled;
    }

    private static List<String> lines(Path ledger) throws IOException {
        return Files.exists(ledger) ? Files.readAllLines(ledger) : List.of();
    }

    /** Where a clerk handled an order of a key before an earlier one that it had not handled before. */
    private List<String> outOfOrder() throws IOException {
        var found = new ArrayList<String>();
        for (var ledger : ledgers) {
            var highest = new HashMap<String, Long>();
            var seen = new HashSet<String>();
            for (var line : lines(ledger)) {
                var parts = line.split(" ");
                var key = parts[2] + '/' + parts[0];
                var offset = Long.parseLong(parts[3]);
                // A repetition begins at what was committed, and may go back; what is new goes on.
                if (seen.add(parts[2] + '@' + offset) && offset < highest.getOrDefault(key, -1L)) {
                    found.add("%s of %s".formatted(line, ledger.getFileName()));
                }
                highest.merge(key, offset, Math::max);
            }
        }
        return found;
    }

    /** Publishes until it is told to end. */
    private static final class Orders {
        private final Set<String> published = ConcurrentHashMap.newKeySet();
        private final AtomicBoolean hasEnded = new AtomicBoolean();
        private final Thread thread;

        Orders(Bus bus, String service) {
            var publisher = bus.publisher(OrderPlaced.class);
            thread = new Thread(() -> {
                var pending = new ArrayList<CompletableFuture<Delivery>>();
                for (var number = 1; !hasEnded.get(); number++) {
                    var id = service + '-' + number % KEYS;
                    var order = OrderPlaced.newBuilder()
                            .setOrderId(id)
                            .setItems(number)
                            .build();
                    var line = id + ' ' + number;
                    pending.add(publisher.publish(order).whenComplete((delivery, failure) -> {
                        if (failure == null) {
                            published.add(line);
                        }
                    }));
                    letPass(5);
                }
                pending.forEach(CompletableFuture::join);
            });
            thread.start();
        }

        Set<String> end() throws InterruptedException {
            hasEnded.set(true);
            thread.join();
            return published;
        }
    }
}

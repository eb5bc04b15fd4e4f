package dev.postroad.client.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.postroad.broker.cluster.EmbeddedCluster;
import dev.postroad.client.Bus;
import dev.postroad.client.settings.BusSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Brokers of a cluster of three are killed, suspended and cut off while orders come: each order that was acknowledged
 * is handled, in the order of its key, and before long.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterFaultTest {
    private static final int NODES = 3;

    /** The brokers' failover, and that of the group's coordinator. */
    private static final Duration SHORT_WAIT = Duration.ofSeconds(30);

    /** The group waits 45 seconds for a clerk that was killed. */
    private static final Duration SESSION_WAIT = Duration.ofSeconds(45).plus(SHORT_WAIT);

    /** It waits anew when another broker comes to coordinate it, and for a second clerk that fails meanwhile. */
    private static final Duration TWO_SESSIONS_WAIT = Duration.ofSeconds(2 * 45).plus(SHORT_WAIT);

    /** Both clerks have their partitions by then. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    private static final Duration FAILOVER = Duration.ofSeconds(15);

    /** What was fetched before a kill is handled by then. */
    private static final int PENDING_MILLIS = 500;

    private EmbeddedCluster cluster;

    @BeforeAll
    void start() {
        cluster = EmbeddedCluster.start(NODES);
    }

    /** A test that failed may have left a node dead. */
    @BeforeEach
    void mend() {
        for (var node = 1; node <= NODES; node++) {
            if (!cluster.processOf(node).isAlive()) {
                cluster.restart(node);
            }
        }
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @ParameterizedTest
    @CsvSource("keyed, 31")
    void losesNothingWhenABrokerIsKilled(String mode, long seed, @TempDir Path folder)
            throws IOException, InterruptedException, ExecutionException {
        var random = new Random(seed);
        play(folder, "broker", mode, SHORT_WAIT, (staff, service) -> kill(1 + random.nextInt(NODES), random));
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"ordered, 41", "keyed, 42"})
    void losesNothingWhenEachBrokerIsKilledTwice(String mode, long seed, @TempDir Path folder)
            throws IOException, InterruptedException, ExecutionException {
        var random = new Random(seed);
        play(folder, "each-broker", mode, SHORT_WAIT, (staff, service) -> {
            for (var fault = 0; fault < 2 * NODES; fault++) {
                kill(1 + fault % NODES, random);
            }
        });
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"ordered", "keyed"})
    void losesNothingWhenBrokersAreSuspended(String mode, @TempDir Path folder)
            throws IOException, InterruptedException, ExecutionException {
        play(folder, "suspended-broker", mode, SHORT_WAIT, (staff, service) -> {
            for (var node = 1; node <= NODES; node++) {
                cluster.pause(node);
                Staff.letPass(Duration.ofSeconds(10));
                cluster.resume(node);
                Staff.letPass(Duration.ofSeconds(5));
            }
        });
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"ordered", "keyed"})
    void losesNothingWhenClerksAndBrokersFailTogether(String mode, @TempDir Path folder)
            throws IOException, InterruptedException, ExecutionException {
        var random = new Random(51);
        play(folder, "together", mode, TWO_SESSIONS_WAIT, (staff, service) -> {
            staff.killClerk();
            kill(1, random);
            staff.suspendClerk(Duration.ofSeconds(10));
            kill(2, random);
            // Longer than the group waits: it finds its partitions given to others.
            staff.suspendClerk(Duration.ofSeconds(55));
            kill(3, random);
        });
    }

    /** For 45 seconds the group can agree on nothing; those that are there keep what they have, whoever leads it. */
    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"ordered", "keyed"})
    void goesOnWhileTheGroupWaitsForAClerk(String mode, @TempDir Path folder)
            throws IOException, InterruptedException, ExecutionException {
        play(folder, "waiting", mode, TWO_SESSIONS_WAIT, (staff, service) -> {
            Staff.letPass(SETTLED);
            var settled = System.currentTimeMillis();
            Staff.letPass(SETTLED);
            var kept = staff.books().partitionsOf(1, settled);
            assertThat(kept).isNotEmpty();
            staff.killClerk();
            for (var node = 1; node <= NODES; node++) {
                Staff.letPass(Duration.ofSeconds(3));
                var killed = System.currentTimeMillis();
                cluster.kill(node);
                await().atMost(FAILOVER)
                        .untilAsserted(() -> assertThat(staff.books().partitionsSince(killed + PENDING_MILLIS))
                                .containsAll(kept));
                cluster.restart(node);
            }
        });
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"ordered", "keyed"})
    void losesNothingWhenPublishersAreKilled(String mode, @TempDir Path folder)
            throws IOException, InterruptedException, ExecutionException {
        var random = new Random(61);
        play(folder, "publisher", mode, SHORT_WAIT, (staff, service) -> {
            for (var node = 1; node <= NODES; node++) {
                staff.startShop();
                Staff.letPass(Duration.ofSeconds(5));
                cluster.kill(node);
                Staff.letPass(Duration.ofMillis(random.nextInt(3_000)));
                staff.killShop();
                cluster.restart(node);
            }
        });
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"ordered", "keyed"})
    void losesNothingWhenClerksComeAndGoEachSecond(String mode, @TempDir Path folder)
            throws IOException, InterruptedException, ExecutionException {
        var random = new Random(71);
        play(folder, "visited", mode, SHORT_WAIT, (staff, service) -> {
            var visitors = new Visitors(cluster.bootstrapServers(), service, mode, staff.books());
            visitors.come(30);
            kill(1, random);
            visitors.come(30);
        });
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"ordered", "keyed"})
    void losesNothingWhenNoBrokerIsThereForTwoMinutes(String mode, @TempDir Path folder)
            throws IOException, InterruptedException, ExecutionException {
        var outage = Duration.ofMinutes(2);
        play(folder, "outage", mode, outage.plus(SESSION_WAIT), (staff, service) -> {
            cluster.kill(1, 2, 3);
            Staff.letPass(outage);
            cluster.restart(1, 2, 3);
        });
    }

    /** A process that may write no further byte to a file is told so as if the disk was full. */
    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = "keyed")
    void losesNothingWhenADiskIsFull(String mode, @TempDir Path folder)
            throws IOException, InterruptedException, ExecutionException {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/prlimit"))).isTrue();
        play(folder, "disk", mode, SHORT_WAIT, (staff, service) -> {
            for (var node = 1; node <= NODES; node++) {
                var broker = cluster.processOf(node);
                new ProcessBuilder("/usr/bin/prlimit", "--fsize=0", "--pid", Long.toString(broker.pid()))
                        .start()
                        .waitFor();
                await().atMost(Duration.ofSeconds(60)).until(() -> !broker.isAlive());
                Staff.letPass(Duration.ofSeconds(5));
                cluster.restart(node);
            }
        });
    }

    private void kill(int node, Random random) {
        Staff.letPass(Duration.ofMillis(random.nextInt(2_000)));
        cluster.kill(node);
        Staff.letPass(Duration.ofMillis(random.nextInt(6_000)));
        cluster.restart(node);
    }

    private void play(Path folder, String name, String mode, Duration longestWait, Fault fault)
            throws IOException, InterruptedException, ExecutionException {
        var service = "%s-%s".formatted(name, mode);
        try (var staff = new Staff(folder, cluster.bootstrapServers(), service, mode);
                var stored = new Ledger(staff.books().newStored());
                var bus = Bus.connect(new BusSettings("shop", cluster.bootstrapServers(), Duration.ZERO))) {
            staff.createTopics();
            var orders = new Orders(bus, service, stored);
            staff.startClerk();
            staff.startClerk();
            staff.awaitWork();

            fault.happen(staff, service);
            Staff.letPass(Duration.ofSeconds(1));
            orders.end();

            var books = staff.books();
            var published = books.stored();
            await().atMost(longestWait)
                    .untilAsserted(() -> assertThat(books.handled()).containsAll(published));
            assertThat(published).hasSizeGreaterThan(100);
            assertThat(books.handledOutOfOrder()).isEmpty();
            assertThat(books.storedOutOfOrder()).isEmpty();
            assertThat(books.storedTwice()).isEmpty();
            assertThat(books.longestWait()).isLessThan(longestWait);
        }
    }

    /** What happens while orders come. */
    private interface Fault {
        void happen(Staff staff, String service) throws IOException, InterruptedException, ExecutionException;
    }
}

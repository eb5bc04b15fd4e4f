package dev.postroad.client.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.client.lane.BatchWork;
import dev.postroad.client.lane.Crew;
import dev.postroad.client.lane.InFlight;
import dev.postroad.client.lane.Lanes;
import dev.postroad.client.lane.Outcome;
import dev.postroad.client.lane.Work;
import dev.postroad.client.telemetry.RunSampler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A member in a group that gives and takes partitions as it likes, with handlers that are slow or fail, commits that
 * fail, and a process that is suspended: nothing is lost, nothing stalls, and each key keeps its order.
 */
class MemberModelTest {
    private static final int RUNS = Integer.getInteger("postroad.model.runs", 150);
    private static final long FIRST_SEED = Long.getLong("postroad.model.seed", 1);
    private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(45);
    static final Duration RELEASE_WITHIN = Duration.ofSeconds(10);
    private static final int PARTITIONS = 3;
    private static final int RECORDS = 40;
    private static final int KEYS = 4;
    private static final int ROUGH_STEPS = 800;
    private static final Duration CALM = Duration.ofMinutes(5);

    enum Order {
        BY_PARTITION,
        BY_KEY,
        IN_BATCHES
    }

    @ParameterizedTest
    @EnumSource
    void losesNothingStallsNowhereAndKeepsTheOrder(Order order) {
        var handled = 0;
        var cleanReleases = 0;
        for (var seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
            try (var run = new Run(order, seed)) {
                run.play();
                handled += run.ledger.handled();
                cleanReleases += run.ledger.cleanReleases();
            } catch (AssertionError e) {
                throw new AssertionError("%s with -Dpostroad.model.seed=%d".formatted(order, seed), e);
            }
        }
        assertThat(handled).isGreaterThan(RUNS * PARTITIONS * RECORDS / 2);
        assertThat(cleanReleases).isGreaterThan(RUNS);
    }

    private static final class Run implements AutoCloseable {
        private final Random random;
        private final Steps steps;
        private final Steps.Process process;
        private final Ledger ledger;
        private final SimulatedGroup group;
        private final Member member;
        private boolean isCalm;

        Run(Order order, long seed) {
            random = new Random(seed);
            steps = new Steps(random);
            process = steps.process(1 + random.nextInt(4));
            ledger = new Ledger(order == Order.BY_KEY);
            group = new SimulatedGroup(random, process, ledger, PARTITIONS, RECORDS, KEYS);
            var pulse = new Pulse(SESSION_TIMEOUT, steps.nanos());
            var crew = new Crew(process, process, pulse, new RunSampler(steps.nanos()), failure -> {
                throw new AssertionError("a lane has failed", failure);
            });
            var intake = new Intake(crew, lanes(order, crew), null);
            member = new Member(
                    "billing", group, topic -> intake, process, pulse, new MemberFigures(steps.nanos()), settings());
        }

        private MemberSettings settings() {
            return new MemberSettings(
                    Duration.ofMillis(500),
                    RELEASE_WITHIN,
                    Duration.ofSeconds(3),
                    new InFlightLimit(5 + random.nextInt(20), 1 << 20));
        }

        private Lanes lanes(Order order, Crew crew) {
            Work work = this::handle;
            BatchWork batchWork = this::handleAll;
            return switch (order) {
                case BY_PARTITION -> Lanes.byPartition(crew, work);
                case BY_KEY -> Lanes.byKey(crew, work, 1);
                case IN_BATCHES -> Lanes.inBatches(crew, batchWork, 1 + random.nextInt(6), Duration.ofMillis(50));
            };
        }

        void play() {
            process.start(this::poll);
            for (var step = 0; step < ROUGH_STEPS; step++) {
                if (random.nextInt(300) == 0) {
                    process.suspend(SESSION_TIMEOUT.plusSeconds(1));
                    group.forget();
                }
                steps.step();
            }
            isCalm = true;
            group.calmDown();
            var end = steps.nanos() + CALM.toNanos();
            while (steps.nanos() < end && !group.isAllCommitted()) {
                steps.step();
            }
            assertThat(group.isAllCommitted())
                    .as("all is committed in the end: %s, %s", group, steps)
                    .isTrue();
        }

        private void poll() {
            while (true) {
                member.turn(Set.of(SimulatedGroup.TOPIC));
            }
        }

        private Outcome handle(InFlight record) throws InterruptedException {
            var received = record.received();
            ledger.started(received);
            try {
                process.sleep(duration());
            } finally {
                ledger.stopped(received);
            }
            return settle(record);
        }

        private List<Outcome> handleAll(List<InFlight> batch) throws InterruptedException {
            batch.forEach(record -> assertThat(record.assignment().partition())
                    .isEqualTo(batch.get(0).assignment().partition()));
            ledger.started(batch.get(0).received());
            try {
                process.sleep(duration());
            } finally {
                ledger.stopped(batch.get(0).received());
            }
            var outcomes = new ArrayList<Outcome>();
            var failed = false;
            for (var record : batch) {
                var outcome = failed ? Outcome.NOT_BEGUN : settle(record);
                failed = failed || outcome instanceof Outcome.Again;
                outcomes.add(outcome);
            }
            return outcomes;
        }

        private Duration duration() {
            if (!isCalm && random.nextInt(60) == 0) {
                return Duration.ofSeconds(20);
            }
            return Duration.ofMillis(random.nextInt(30));
        }

        private Outcome settle(InFlight record) {
            if (!record.isRunning()) {
                return Outcome.DONE;
            }
            var received = record.received();
            var chance = isCalm ? 0 : random.nextInt(10);
            if (chance == 9) {
                ledger.rests(received);
                return new Outcome.Again(Duration.ofMillis(random.nextInt(5_000)));
            }
            ledger.settled(received);
            if (chance == 8) {
                ledger.rests(received);
                var stored = new CompletableFuture<Void>();
                var epoch = ledger.epoch(received);
                process.schedule(Duration.ofMillis(random.nextInt(200)), () -> {
                    ledger.finished(received, epoch);
                    stored.complete(null);
                });
                return new Outcome.Moved(stored);
            }
            ledger.finished(received, ledger.epoch(received));
            return Outcome.DONE;
        }

        @Override
        public void close() {
            steps.close();
        }
    }
}

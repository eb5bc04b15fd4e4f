package dev.postroad.client.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.postroad.client.group.GroupView;
import dev.postroad.client.group.MemberFigures;
import dev.postroad.client.group.PartitionView;
import dev.postroad.client.lane.Assignment;
import dev.postroad.client.lane.Crew;
import dev.postroad.client.lane.InFlight;
import dev.postroad.client.lane.Lanes;
import dev.postroad.client.lane.Outcome;
import dev.postroad.client.lane.Timer;
import dev.postroad.client.lane.Work;
import dev.postroad.client.telemetry.RunSampler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A partition with one record, whose handler does what a test says. */
class GroupHealthTest {
    private static final TopicPartition PARTITION = new TopicPartition("orders.order-placed.v1", 2);

    private final HandTimer timer = new HandTimer();
    private final ExecutorService workers = Executors.newSingleThreadExecutor();
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final Assignment assignment = new Assignment(PARTITION, 0);

    @AfterEach
    void close() {
        mayEnd.countDown();
        workers.shutdownNow();
    }

    @Test
    void isIdleWithoutRecords() {
        timer.pass(Duration.ofHours(1));

        assertThat(partition().verdict()).isEqualTo(Verdict.IDLE);
    }

    @Test
    void isProgressingWhileAHandlerHasNotTakenLong() {
        handle(this::untilTheEnd);
        awaitRunning();

        timer.pass(Duration.ofSeconds(29));

        assertThat(partition().verdict()).isEqualTo(Verdict.PROGRESSING);
    }

    @Test
    void isSlowThenStuckWhenAHandlerDoesNotReturn() {
        handle(this::untilTheEnd);
        awaitRunning();

        timer.pass(Duration.ofSeconds(30));
        assertThat(partition().verdict()).isEqualTo(Verdict.SLOW);
        timer.pass(Duration.ofSeconds(269));
        assertThat(partition().verdict()).isEqualTo(Verdict.SLOW);
        timer.pass(Duration.ofSeconds(1));

        assertThat(partition()).satisfies(stuck -> {
            assertThat(stuck.verdict()).isEqualTo(Verdict.STUCK);
            assertThat(stuck.reason()).isEqualTo("the handler has had offset 17 for 300 s");
            assertThat(stuck.waitingFor()).hasValue(17);
            assertThat(stuck.inHandler()).hasValue(Duration.ofMinutes(5));
            assertThat(stuck.stack()).anyMatch(frame -> frame.getClassName().equals(GroupHealthTest.class.getName()));
        });
        assertThat(health(Optional.empty()).isLive()).isFalse();
    }

    @Test
    void isPausedWhileARecordWaitsToBeTriedAgain() {
        handle(record -> new Outcome.Again(Duration.ofHours(1)));
        await().until(() -> assignment.oldest().map(InFlight::phase).equals(Optional.of(InFlight.Phase.RESTING)));

        timer.pass(Duration.ofMinutes(30));

        assertThat(partition().verdict()).isEqualTo(Verdict.PAUSED);
        assertThat(partition().reason()).isEqualTo("offset 17 waits to be tried again, after 1 attempts");
    }

    @Test
    void isPausedWhileARecordCannotBeStoredElsewhere() {
        handle(record -> new Outcome.Moved(new CompletableFuture<Void>()));
        await().until(() -> assignment.oldest().map(InFlight::phase).equals(Optional.of(InFlight.Phase.MOVING)));

        timer.pass(Duration.ofMinutes(30));

        assertThat(partition().verdict()).isEqualTo(Verdict.PAUSED);
        assertThat(partition().reason()).isEqualTo("offset 17 cannot be stored in another topic");
    }

    @Test
    void isSlowWhileNoWorkerIsFree() {
        workers.execute(() -> {
            var unused = untilTheEnd();
        });
        handle(this::untilTheEnd);

        timer.pass(Duration.ofMinutes(30));

        assertThat(partition().verdict()).isEqualTo(Verdict.SLOW);
        assertThat(partition().reason()).isEqualTo("offset 17 waits for a handler to be free");
        assertThat(health(Optional.empty()).isLive()).isTrue();
    }

    @Test
    void isProgressingAgainWhenTheHandlerHasReturned() {
        handle(this::untilTheEnd);
        awaitRunning();
        timer.pass(Duration.ofMinutes(4));
        mayEnd.countDown();
        await().until(() -> assignment.oldest().map(InFlight::phase).equals(Optional.of(InFlight.Phase.OVER)));
        assignment.advance(timer.nanos());

        assertThat(partition().verdict()).isEqualTo(Verdict.IDLE);
        assertThat(partition().sinceMoved()).isZero();
    }

    @Test
    void isDeadWhenTheThreadHasEnded() {
        var health = health(Optional.of(new IllegalStateException("no right to read")));

        assertThat(health.isLive()).isFalse();
        assertThat(health.groups().get(0).verdict()).isEqualTo(Verdict.DEAD);
        assertThat(health.groups().get(0).reason())
                .isEqualTo("the group has ended: java.lang.IllegalStateException: no right to read");
    }

    @Test
    void isStuckWhenTheThreadIsNotHeardOf() {
        var view = new GroupView(
                "billing", 0, true, Thread.currentThread(), Optional.empty(), new MemberFigures(0), List.of());
        var limits = HealthLimits.STANDARD;

        assertThat(GroupHealth.of(view, limits, Duration.ofSeconds(299).toNanos())
                        .verdict())
                .isEqualTo(Verdict.IDLE);
        assertThat(GroupHealth.of(view, limits, Duration.ofSeconds(300).toNanos()))
                .satisfies(group -> {
                    assertThat(group.verdict()).isEqualTo(Verdict.STUCK);
                    assertThat(group.reason()).startsWith("the polling thread was not heard of for 300 s; it is at ");
                });
    }

    @Test
    void isReadyOnceTheGroupHasTakenItInWithOrWithoutPartitions() {
        assertThat(standby(false).isReady()).isFalse();
        assertThat(standby(true).isReady()).isTrue();
        assertThat(standby(true).groups().get(0).reason()).isEqualTo("other members have the partitions");
        assertThat(new Health(false, List.of()).isReady()).isFalse();
        assertThat(new Health(true, List.of()).isReady()).isTrue();
    }

    @Test
    void refusesLimitsThatContradictEachOther() {
        assertThatThrownBy(() -> new HealthLimits(Duration.ZERO, Duration.ofSeconds(30), Duration.ofSeconds(30)))
                .hasMessage("a handler cannot be slow after PT30S and stuck after PT30S");
    }

    private static Health standby(boolean hasJoined) {
        var view = new GroupView(
                "billing", 0, hasJoined, Thread.currentThread(), Optional.empty(), new MemberFigures(0), List.of());
        return new Health(true, List.of(GroupHealth.of(view, HealthLimits.STANDARD, 0)));
    }

    private void awaitRunning() {
        await().until(() -> assignment.oldest().filter(InFlight::isRunning).isPresent());
    }

    private Outcome untilTheEnd(InFlight record) throws InterruptedException {
        mayEnd.await();
        return Outcome.DONE;
    }

    private boolean untilTheEnd() {
        try {
            mayEnd.await();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private void handle(Work work) {
        var crew = new Crew(workers, timer, nanos -> true, new RunSampler(0), failure -> {
            throw new AssertionError("the lane has failed", failure);
        });
        var record = new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), 17, new byte[0], new byte[0]);
        Lanes.byPartition(crew, work).offer(assignment.begin(List.of(record), null, timer.nanos()));
    }

    private PartitionHealth partition() {
        return health(Optional.empty()).groups().get(0).partitions().get(0);
    }

    private Health health(Optional<Throwable> failure) {
        var partition = new PartitionView(
                PARTITION,
                assignment.begunNanos(),
                assignment.movedNanos(),
                assignment.size(),
                assignment.bytes(),
                false,
                assignment.committed(),
                OptionalLong.empty(),
                assignment.oldest(),
                assignment.longestRunning(),
                Optional.empty());
        var view = new GroupView(
                "billing",
                timer.nanos(),
                true,
                Thread.currentThread(),
                failure,
                new MemberFigures(0),
                List.of(partition));
        return new Health(true, List.of(GroupHealth.of(view, HealthLimits.STANDARD, timer.nanos())));
    }

    /** Time that passes when a test says so; what is to happen later does not. */
    private static final class HandTimer implements Timer {
        private final AtomicLong now = new AtomicLong();

        void pass(Duration time) {
            now.addAndGet(time.toNanos());
        }

        @Override
        public long nanos() {
            return now.get();
        }

        @Override
        public void schedule(Duration delay, Runnable task) {}

        @Override
        public void sleep(Duration duration) {}
    }
}

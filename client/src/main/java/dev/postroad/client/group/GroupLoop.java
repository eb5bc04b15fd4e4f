package dev.postroad.client.group;

import dev.postroad.client.lane.Crew;
import dev.postroad.client.lane.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of a consumer group: polls, routes records to lanes, commits.
 *
 * <p>Only this thread touches the consumer. Topics may be added by any thread at any time.
 */
public final class GroupLoop implements AutoCloseable {
    /** The session timeout of Kafka's clients and, for its newer protocol, of its brokers. */
    public static final Duration SESSION_TIMEOUT = Duration.ofSeconds(45);

    private static final Logger LOG = LoggerFactory.getLogger(GroupLoop.class);
    private static final Duration RELEASE_WITHIN = Duration.ofSeconds(10);
    private static final Duration LEAVE_WITHIN = Duration.ofSeconds(1);

    private final String group;
    private final Supplier<? extends Consumer<byte[], byte[]>> consumers;
    private final Timer timer;
    private final Pulse pulse;
    private final MemberFigures figures;
    private final MemberSettings settings;
    private final Map<String, Intake> intakes = new ConcurrentHashMap<>();
    private final Thread thread;
    private final long begunNanos;
    private final java.util.function.Consumer<Throwable> onFailure;
    private volatile boolean closing;
    private volatile long leftNanos;
    private volatile @Nullable Member member;
    private volatile @Nullable Throwable failure;

    /**
     * A loop that {@link #start} starts.
     *
     * @param commitEvery how often offsets are committed
     * @param closeWithin how long records may go on when the loop is closed, before their threads are interrupted
     * @param onFailure told, by any thread, what ended the loop or one of its lanes before it was closed
     */
    public GroupLoop(
            String group,
            Supplier<? extends Consumer<byte[], byte[]>> consumers,
            Timer timer,
            Duration commitEvery,
            Duration closeWithin,
            java.util.function.Consumer<Throwable> onFailure) {
        this.group = group;
        this.consumers = consumers;
        this.timer = timer;
        this.begunNanos = timer.nanos();
        this.pulse = new Pulse(SESSION_TIMEOUT, begunNanos);
        this.figures = new MemberFigures(begunNanos);
        this.settings = new MemberSettings(commitEvery, RELEASE_WITHIN, closeWithin, InFlightLimit.STANDARD);
        this.onFailure = onFailure;
        this.thread = new Thread(this::run, "postroad-" + group);
        thread.setUncaughtExceptionHandler((ended, cause) -> failed(cause));
    }

    private void failed(Throwable cause) {
        failure = cause;
        LOG.atError().addKeyValue("group", group).setCause(cause).log("the group has ended");
        onFailure.accept(cause);
    }

    /**
     * Adds what a subscription reads; the group joins it with the next poll.
     *
     * @throws IllegalStateException if the group has that topic already
     */
    public synchronized void add(Intaking intaking) {
        if (intakes.containsKey(intaking.topic())) {
            throw new IllegalStateException(
                    "%s subscribes to %s already; to handle it in another group too, name a subscription with SubscriptionOptions.named"
                            .formatted(group, intaking.topic()));
        }
        var crew = new Crew(intaking.workers(), timer, pulse.and(intaking.gate()), intaking.runs(), this::failed);
        for (var delayed : intaking.delayedTopics()) {
            intakes.put(delayed, new Intake(crew, intaking.lanes().apply(crew), intaking.isDue()));
        }
        intakes.put(intaking.topic(), new Intake(crew, intaking.lanes().apply(crew), null));
    }

    /** How this member of the group is; to be asked by any thread. */
    public GroupView view() {
        var known = member;
        var seen = known == null ? new Member.Seen(begunNanos, false, List.of()) : known.seen();
        return new GroupView(
                group,
                seen.nanos(),
                seen.hasJoined(),
                thread,
                Optional.ofNullable(failure),
                figures,
                seen.partitions());
    }

    /** Starts the thread. */
    public void start() {
        thread.start();
    }

    private void run() {
        var consumer = consumers.get();
        try {
            var joining = new Member(group, consumer, this::intake, timer, pulse, figures, settings);
            member = joining;
            while (!closing) {
                turn(joining);
            }
            joining.leave();
        } finally {
            // Lanes must not go on without the thread that commits for them.
            pulse.stop();
            consumer.close(CloseOptions.timeout(LEAVE_WITHIN));
        }
    }

    private void turn(Member member) {
        try {
            member.turn(Set.copyOf(intakes.keySet()));
        } catch (RetriableException e) {
            LOG.atWarn().addKeyValue("group", group).setCause(e).log("polling is tried again");
        }
    }

    private Intake intake(String topic) {
        var intake = intakes.get(topic);
        if (intake == null) {
            throw new IllegalStateException("nobody subscribed to " + topic);
        }
        return intake;
    }

    /** Lets the records at hand finish, commits, leaves the group. */
    @Override
    public void close() {
        closeAll(List.of(this));
    }

    /** Closes groups at the same time: none waits until another has ended. */
    public static void closeAll(Collection<GroupLoop> loops) {
        loops.forEach(GroupLoop::leave);
        loops.forEach(GroupLoop::hurry);
        loops.forEach(loop ->
                loop.outlasts(loop.settings.closeWithin().multipliedBy(3).plus(LEAVE_WITHIN)));
    }

    private void leave() {
        leftNanos = System.nanoTime();
        closing = true;
    }

    /** Interrupts the thread if it takes longer than its own deadlines allow. */
    private void hurry() {
        if (outlasts(settings.closeWithin().multipliedBy(2).plus(LEAVE_WITHIN))) {
            thread.interrupt();
        }
    }

    /**
     * Whether the thread goes on for longer than this after it was told to leave; waits until that is known. Who is
     * interrupted, or is that thread, waits for nothing.
     */
    private boolean outlasts(Duration sinceLeft) {
        if (Thread.currentThread() == thread) {
            return false;
        }
        try {
            TimeUnit.NANOSECONDS.timedJoin(thread, leftNanos + sinceLeft.toNanos() - System.nanoTime());
            return thread.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

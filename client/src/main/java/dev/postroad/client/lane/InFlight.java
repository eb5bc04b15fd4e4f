package dev.postroad.client.lane;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record between the poll that brought it and the commit that passes it.
 *
 * <p>It is started and finished by its lane, given up by the polling thread, and read by both.
 */
public final class InFlight {
    private static final int WAITING = 0;
    private static final int RUNNING = 1;
    private static final int MOVING = 2;
    private static final int DONE = 3;
    private static final int GIVEN_UP = 4;
    private static final int RESTING = 5;
    /** In place of the reading of a timer, which is no less likely than any other, and no harm. */
    static final long UNTIMED = Long.MIN_VALUE;

    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(InFlight.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** How far a record has come. */
    public enum Phase {
        /** It was not begun, or is to be begun again. */
        WAITING,
        /** A handler has it. */
        RUNNING,
        /** It waits in its place to be handled again. */
        RESTING,
        /** It is on its way to another topic. */
        MOVING,
        /** It is dealt with, or of no account any more. */
        OVER
    }

    private final ConsumerRecord<byte[], byte[]> received;
    private final Assignment assignment;
    private final long timedFromNanos;
    private int attempts;
    private int failures;
    private long startedNanos;
    private long restsUntilNanos;
    private @Nullable Thread runner;
    private volatile int state = WAITING;

    InFlight(ConsumerRecord<byte[], byte[]> received, Assignment assignment, long timedFromNanos) {
        this.received = received;
        this.assignment = assignment;
        this.timedFromNanos = timedFromNanos;
    }

    /** The record as Kafka's client gave it. */
    public ConsumerRecord<byte[], byte[]> received() {
        return received;
    }

    /** The assignment that the record was polled under. */
    public Assignment assignment() {
        return assignment;
    }

    /** Whether the times of its steps are taken. */
    public boolean isTimed() {
        return timedFromNanos != UNTIMED;
    }

    /** The reading of the timer when a record that is timed was polled. */
    public long timedFromNanos() {
        return timedFromNanos;
    }

    /** How often the record was started in this assignment, the present attempt included; counted from 1. */
    public int attempts() {
        return attempts;
    }

    /**
     * Counts an attempt that failed for the record itself: neither for its neighbours in a batch nor in an outage, and
     * not because its handler wants time. For the worker that has the record.
     *
     * @return how many there have been in this assignment
     */
    public int countFailure() {
        failures++;
        return failures;
    }

    /** What became of the wish to start a record. */
    enum Start {
        /** It is being handled from here on. */
        STARTED,
        /** It may be started later. */
        HELD,
        /** It is never started in this assignment. */
        ENDED
    }

    /**
     * Starts an attempt, if the assignment lets it.
     *
     * <p>The state is written before the assignment is read, and the polling thread writes the assignment before it
     * reads states: of a start and an end at the same time, at least one sees the other.
     */
    Start start(Thread thread, long nanos) {
        runner = thread;
        startedNanos = nanos;
        state = RUNNING;
        var start = assignment.mayStart(received.offset());
        if (start == Start.STARTED) {
            attempts++;
        } else {
            state = start == Start.HELD ? WAITING : GIVEN_UP;
        }
        return start;
    }

    /**
     * Ends an attempt whose record is to be handled again; false if it was given up meanwhile.
     *
     * @param untilNanos the reading of the timer when it may be
     */
    boolean rest(long untilNanos) {
        restsUntilNanos = untilNanos;
        return leave(RESTING);
    }

    /** Whether the record waits to be handled again, until later than a reading of the timer. */
    boolean rests(long nanos) {
        return state == RESTING && restsUntilNanos - nanos > 0;
    }

    /** Ends an attempt that did not take place; false if the record was given up meanwhile. */
    boolean undo() {
        attempts--;
        return leave(WAITING);
    }

    /** Ends an attempt whose record the lane has done with, unless it was given up meanwhile. */
    void leave(Outcome outcome) {
        if (!(outcome instanceof Outcome.Moved moved)) {
            leave(DONE);
        } else if (leave(MOVING)) {
            var unused = moved.stored().thenRun(() -> STATE.compareAndSet(this, MOVING, DONE));
        }
    }

    private boolean leave(int next) {
        if (STATE.compareAndSet(this, RUNNING, next)) {
            return true;
        }
        synchronized (this) {
            // The interrupt that gave this record up must not reach the next one.
            var unused = Thread.interrupted();
        }
        return false;
    }

    /** Ends the wait for a record that is being handled: its thread is interrupted, its outcome ignored. */
    synchronized void giveUp() {
        var thread = runner;
        if (STATE.compareAndSet(this, RUNNING, GIVEN_UP) && thread != null) {
            thread.interrupt();
        }
    }

    /** How far the record has come. */
    public Phase phase() {
        return switch (state) {
            case WAITING -> Phase.WAITING;
            case RUNNING -> Phase.RUNNING;
            case RESTING -> Phase.RESTING;
            case MOVING -> Phase.MOVING;
            default -> Phase.OVER;
        };
    }

    /** Whether the record is dealt with. */
    boolean isDone() {
        return state == DONE;
    }

    /** Whether the record is being handled, was handled, or is on its way to another topic. */
    boolean isBegun() {
        var now = state;
        return now == RUNNING || now == MOVING || now == DONE;
    }

    /** Whether the record is being handled. */
    public boolean isRunning() {
        return state == RUNNING;
    }

    /** The reading of the timer when the last attempt began; means nothing before the first. */
    public long startedNanos() {
        return startedNanos;
    }

    /** The thread of the last attempt, which may have gone on to other records. */
    public @Nullable Thread runner() {
        return runner;
    }

    /** The bytes that the record occupies, of key and value, with an estimate of 250 for the objects around them. */
    int size() {
        return 250 + Math.max(0, received.serializedKeySize()) + Math.max(0, received.serializedValueSize());
    }
}

package dev.postroad.client.lane;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the polling thread and the one worker that runs a lane: a queue, and the runs of the lane.
 *
 * <p>The lane is with the workers once at most. The worker takes all that has arrived at a time: the lock is taken for
 * each batch and not for each record.
 *
 * @param <S> what comes back to the lane when its time has come
 */
final class LaneQueue<S> implements Runnable {
    /** How long a lane keeps its worker while others may be waiting for one. */
    private static final long SLICE_NANOS = Duration.ofMillis(10).toNanos();

    /** One step of a lane. */
    @FunctionalInterface
    interface Turn {
        /**
         * Does the next thing; false if this run is over.
         *
         * @param sliceEnds the reading of the timer from which on the worker should be left to others
         */
        boolean take(long sliceEnds) throws InterruptedException;
    }

    private final Crew crew;
    private final Turn turn;
    private ArrayDeque<InFlight> arrived = new ArrayDeque<>();
    private final ArrayDeque<S> due = new ArrayDeque<>();
    private volatile boolean hasDue;
    private boolean isScheduled;

    LaneQueue(Crew crew, Turn turn) {
        this.crew = crew;
        this.turn = turn;
    }

    /** Adds records, and has the lane run. */
    void offer(List<InFlight> records) {
        synchronized (this) {
            arrived.addAll(records);
            if (!schedule()) {
                return;
            }
        }
        crew.run(this);
    }

    /** Adds what has become due, and has the lane run. */
    private void offerDue(S item) {
        synchronized (this) {
            due.add(item);
            hasDue = true;
            if (!schedule()) {
                return;
            }
        }
        crew.run(this);
    }

    /** Lets something come back to the lane after a delay. */
    void offerAfter(Duration delay, S item) {
        crew.timer().schedule(delay, () -> offerDue(item));
    }

    private boolean schedule() {
        var before = isScheduled;
        isScheduled = true;
        return !before;
    }

    // Whatever a lane dies of has to be heard, errors of the virtual machine included: nobody else would notice.
    @SuppressWarnings("CatchingUnchecked")
    @Override
    public void run() {
        try {
            var begun = crew.timer().nanos();
            var run = crew.runs().begin(begun);
            while (turn.take(begun + SLICE_NANOS)) {}
            if (run != null) {
                crew.runs().end(run, crew.timer().nanos());
            }
        } catch (InterruptedException e) {
            // The workers are being stopped.
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            crew.failed(e);
        }
    }

    /** Leaves the worker to others; the lane runs again after them. */
    void giveWay() {
        crew.run(this);
    }

    /** Waits until the gate admits records again. */
    void turnAway() {
        crew.turnAway(this);
    }

    /** What has become due, if anything has. For the lane's worker. */
    @Nullable
    S takeDue() {
        if (!hasDue) {
            return null;
        }
        synchronized (this) {
            var item = due.poll();
            hasDue = !due.isEmpty();
            return item;
        }
    }

    /** Exchanges an empty queue for the one that records have arrived in. For the lane's worker. */
    synchronized ArrayDeque<InFlight> takeArrived(ArrayDeque<InFlight> empty) {
        var full = arrived;
        arrived = empty;
        return full;
    }

    /** Ends the run if there is nothing to do; false if something has come meanwhile. For the lane's worker. */
    synchronized boolean rest() {
        if (!arrived.isEmpty() || !due.isEmpty()) {
            return false;
        }
        isScheduled = false;
        return true;
    }
}

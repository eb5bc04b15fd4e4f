package dev.postroad.client.lane;

import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A queue between the polling thread and the one worker that runs its lane.
 *
 * <p>It knows whether the lane is to run, so that the lane is with the workers once at most. The worker takes all that
 * has arrived at a time: the lock is taken for each batch and not for each record.
 *
 * @param <S> what comes back to the lane when its time has come
 */
final class Queueing<S> {
    private ArrayDeque<InFlight> arrived = new ArrayDeque<>();
    private final ArrayDeque<S> due = new ArrayDeque<>();
    private volatile boolean hasDue;
    private boolean isScheduled;

    /** Adds records; true if the lane is to be given to the workers. */
    synchronized boolean offer(List<InFlight> records) {
        arrived.addAll(records);
        return schedule();
    }

    /** Adds what has become due; true if the lane is to be given to the workers. */
    synchronized boolean offerDue(S item) {
        due.add(item);
        hasDue = true;
        return schedule();
    }

    private boolean schedule() {
        var before = isScheduled;
        isScheduled = true;
        return !before;
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

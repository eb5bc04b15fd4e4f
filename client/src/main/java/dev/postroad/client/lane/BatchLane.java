package dev.postroad.client.lane;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lane whose records are handled in batches: when so many have come, or the first of them has waited so long.
 *
 * <p>Records that have to be handled again come one at a time, so that a bad one is found and its neighbours are not
 * repeated for it; those behind them wait.
 */
final class BatchLane implements Lane {
    private static final Object WAITED = new Object();

    private final Crew crew;
    private final BatchWork work;
    private final int size;
    private final Duration wait;
    private final LaneQueue<Object> queue;

    // Of the worker that runs the lane; the queue's lock hands them from one worker to the next.
    private ArrayDeque<InFlight> spare = new ArrayDeque<>();
    private final ArrayDeque<InFlight> collected = new ArrayDeque<>();
    private int alone;
    private long dueNanos;
    private @Nullable Long timerNanos;

    BatchLane(Crew crew, BatchWork work, int size, Duration wait) {
        this.crew = crew;
        this.work = work;
        this.size = size;
        this.wait = wait;
        this.queue = new LaneQueue<>(crew, sliceEnds -> turn());
    }

    @Override
    public void offer(List<InFlight> records) {
        queue.offer(records);
    }

    /** Handles a batch, if there is one; false if this run is over. */
    private boolean turn() throws InterruptedException {
        var now = crew.timer().nanos();
        collect(now);
        if (collected.isEmpty()) {
            return !queue.rest();
        }
        var isFull = alone == 0 && collected.size() >= size;
        if (!isFull && dueNanos - now > 0) {
            wakeAt(dueNanos, now);
            return !queue.rest();
        }
        if (!crew.admits(now)) {
            queue.turnAway();
            return false;
        }
        var batch = start(now);
        if (batch.isEmpty() && !collected.isEmpty()) {
            queue.turnAway();
            return false;
        }
        handle(batch);
        queue.giveWay();
        return false;
    }

    private void collect(long now) {
        if (queue.takeDue() != null) {
            timerNanos = null;
        }
        var isFirst = collected.isEmpty();
        var arrived = queue.takeArrived(spare);
        collected.addAll(arrived);
        arrived.clear();
        spare = arrived;
        dropEnded();
        if (isFirst) {
            dueNanos = now + wait.toNanos();
        }
    }

    /** Assignments end in the order in which they began, so the records of ended ones are in front. */
    private void dropEnded() {
        for (var first = collected.peek(); first != null && first.assignment().hasEnded(); first = collected.peek()) {
            collected.remove();
            alone = 0;
        }
    }

    private void wakeAt(long nanos, long now) {
        if (timerNanos != null && timerNanos - nanos <= 0) {
            return;
        }
        timerNanos = nanos;
        queue.offerAfter(Duration.ofNanos(nanos - now), WAITED);
    }

    private List<InFlight> start(long now) {
        var most = alone > 0 ? 1 : size;
        var batch = new ArrayList<InFlight>(Math.min(most, collected.size()));
        while (batch.size() < most && !collected.isEmpty()) {
            var next = collected.remove();
            var start = next.start(Thread.currentThread(), now);
            if (start == InFlight.Start.HELD) {
                collected.addFirst(next);
                return batch;
            }
            if (start == InFlight.Start.STARTED) {
                batch.add(next);
            }
        }
        return batch;
    }

    private void handle(List<InFlight> batch) throws InterruptedException {
        if (batch.isEmpty()) {
            return;
        }
        var wasAlone = alone > 0;
        var outcomes = outcomes(batch);
        var now = crew.timer().nanos();
        dueNanos = now;
        var failed = 0;
        for (var index = batch.size() - 1; index >= 0; index--) {
            failed += settle(batch.get(index), outcomes.get(index), now) ? 1 : 0;
        }
        alone = wasAlone ? alone - 1 + failed : failed;
    }

    private List<Outcome> outcomes(List<InFlight> batch) throws InterruptedException {
        try {
            return work.handle(batch);
        } catch (InterruptedException e) {
            if (batch.stream().allMatch(InFlight::isRunning)) {
                throw e;
            }
            // Only this batch was given up; the lane goes on.
            return Collections.nCopies(batch.size(), Outcome.NOT_BEGUN);
        }
    }

    /** Does with a record what its outcome says, from the last of the batch to the first; whether it comes again. */
    private boolean settle(InFlight record, Outcome outcome, long now) {
        if (outcome instanceof Outcome.Again again) {
            dueNanos = now + again.delay().toNanos();
            if (record.rest(dueNanos)) {
                collected.addFirst(record);
                return true;
            }
        } else if (outcome instanceof Outcome.NotBegun) {
            if (record.undo()) {
                collected.addFirst(record);
            }
        } else {
            if (outcome == Outcome.DONE) {
                work.done(record, now);
            }
            record.leave(outcome);
        }
        return false;
    }
}

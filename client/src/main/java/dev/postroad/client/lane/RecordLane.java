package dev.postroad.client.lane;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A lane whose records are handled one at a time.
 *
 * <p>Records with the same link form a chain: when one has to be handled again later, those behind it in the chain wait
 * for it, and the others of the lane go on. With one link for all records the whole lane waits.
 */
final class RecordLane implements Lane {
    private final Crew crew;
    private final Work work;
    private final Function<InFlight, Object> link;
    private final LaneQueue<Chain> queue;

    // Of the worker that runs the lane; the queue's lock hands them from one worker to the next.
    private ArrayDeque<InFlight> taken = new ArrayDeque<>();
    private final Map<Object, Chain> waiting = new HashMap<>();
    private @Nullable Chain resumed;
    /** The reading of the timer when the last record was dealt with, if nothing has come in between. */
    private long endedNanos;

    private boolean hasJustEnded;

    RecordLane(Crew crew, Work work, Function<InFlight, Object> link) {
        this.crew = crew;
        this.work = work;
        this.link = link;
        this.queue = new LaneQueue<>(crew, this::turn);
    }

    @Override
    public void offer(List<InFlight> records) {
        queue.offer(records);
    }

    /** Handles the next record; false if this run is over. */
    private boolean turn(long sliceEnds) throws InterruptedException {
        var next = next();
        if (next == null) {
            hasJustEnded = false;
            return !queue.rest();
        }
        // The clock is read once for each record.
        var now = hasJustEnded ? endedNanos : crew.timer().nanos();
        hasJustEnded = false;
        if (now - sliceEnds > 0) {
            putBack(next);
            queue.giveWay();
            return false;
        }
        var start = crew.admits(now) ? next.start(Thread.currentThread(), now) : InFlight.Start.HELD;
        if (start == InFlight.Start.HELD) {
            putBack(next);
            queue.turnAway();
            return false;
        }
        if (start == InFlight.Start.STARTED) {
            var outcome = handle(next);
            endedNanos = crew.timer().nanos();
            hasJustEnded = true;
            settle(next, outcome);
        }
        return true;
    }

    private Outcome handle(InFlight record) throws InterruptedException {
        try {
            return work.handle(record);
        } catch (InterruptedException e) {
            if (record.isRunning()) {
                throw e;
            }
            // Only this record was given up; the lane goes on.
            return Outcome.NOT_BEGUN;
        }
    }

    private @Nullable InFlight next() {
        while (true) {
            if (resumed == null) {
                resumed = due();
            }
            if (resumed != null) {
                var next = resumed.poll();
                if (next != null) {
                    return next;
                }
                resumed = null;
                continue;
            }
            if (taken.isEmpty()) {
                taken = queue.takeArrived(taken);
            }
            var next = taken.poll();
            if (next == null || !waits(next)) {
                return next;
            }
        }
    }

    /** A chain whose time has come, unless its assignment has ended meanwhile. */
    private @Nullable Chain due() {
        var chain = queue.takeDue();
        return chain != null && waiting.remove(chain.link, chain) ? chain : null;
    }

    /** Puts a record behind the one that it has to wait for, if there is one. */
    private boolean waits(InFlight next) {
        if (waiting.isEmpty()) {
            return false;
        }
        var chain = waiting.get(link.apply(next));
        if (chain == null) {
            return false;
        }
        if (chain.hasEnded()) {
            waiting.remove(chain.link);
            return false;
        }
        chain.records.addLast(next);
        return true;
    }

    private void putBack(InFlight next) {
        (resumed == null ? taken : resumed.records).addFirst(next);
    }

    private void settle(InFlight record, Outcome outcome) {
        if (outcome instanceof Outcome.Again again) {
            if (record.rest(endedNanos + again.delay().toNanos())) {
                await(record, again.delay());
            }
        } else if (outcome instanceof Outcome.NotBegun) {
            if (record.undo()) {
                putBack(record);
            }
        } else {
            if (outcome == Outcome.DONE) {
                work.done(record, endedNanos);
            }
            record.leave(outcome);
        }
    }

    private void await(InFlight record, Duration delay) {
        var chain = resumed == null ? new Chain(link.apply(record)) : resumed;
        chain.records.addFirst(record);
        resumed = null;
        waiting.put(chain.link, chain);
        queue.offerAfter(delay, chain);
    }

    /** Records that wait for the first of them. */
    private static final class Chain {
        private final Object link;
        private final ArrayDeque<InFlight> records = new ArrayDeque<>();

        Chain(Object link) {
            this.link = link;
        }

        @Nullable
        InFlight poll() {
            return records.poll();
        }

        boolean hasEnded() {
            var first = records.peek();
            return first == null || first.assignment().hasEnded();
        }
    }
}

package dev.postroad.client.lane;

import dev.postroad.client.telemetry.StepTimes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A partition from the rebalance that gave it to this process until the one that takes it away: one epoch.
 *
 * <p>Belongs to the polling thread; only what may be started is read by others.
 */
public final class Assignment {
    private static final long HELD = -1;
    private static final long ENDED = -2;

    private final TopicPartition partition;
    private final ArrayDeque<InFlight> inFlight = new ArrayDeque<>();
    private long bytes;
    private @Nullable OffsetAndMetadata polledTo;
    private @Nullable OffsetAndMetadata finishedTo;
    private @Nullable OffsetAndMetadata committedTo;
    private final long begunNanos;
    private long movedNanos;
    private volatile long startableTo = Long.MAX_VALUE;

    /** An assignment that begins at a reading of the timer. */
    public Assignment(TopicPartition partition, long nanos) {
        this.partition = partition;
        this.begunNanos = nanos;
        this.movedNanos = nanos;
    }

    /** The partition. */
    public TopicPartition partition() {
        return partition;
    }

    /**
     * Takes the records of a poll in.
     *
     * @param records in the order of offsets
     * @param nanos a reading of the timer
     * @param next the position behind them, which is past markers that are no records; none if it is not known
     */
    public List<InFlight> begin(
            List<ConsumerRecord<byte[], byte[]>> records, @Nullable OffsetAndMetadata next, long nanos) {
        var begun = new ArrayList<InFlight>(records.size());
        var untilTimed = 0;
        for (var received : records) {
            var isTimed = untilTimed == 0;
            untilTimed = isTimed ? StepTimes.SAMPLED - 1 : untilTimed - 1;
            var record = new InFlight(received, this, isTimed ? nanos : InFlight.UNTIMED);
            inFlight.addLast(record);
            bytes += record.size();
            begun.add(record);
        }
        polledTo = next;
        return begun;
    }

    /**
     * Drops what is finished from the front, and moves the watermark behind it.
     *
     * @param nanos a reading of the timer
     */
    public void advance(long nanos) {
        InFlight last = null;
        for (var first = inFlight.peekFirst(); first != null && first.isDone(); first = inFlight.peekFirst()) {
            last = inFlight.pollFirst();
            bytes -= first.size();
        }
        if (last == null) {
            return;
        }
        movedNanos = nanos;
        var received = last.received();
        finishedTo = inFlight.isEmpty() && polledTo != null
                ? polledTo
                : new OffsetAndMetadata(received.offset() + 1, received.leaderEpoch(), "");
    }

    /** The watermark, if it is past what is committed: all records before it are dealt with. */
    public Optional<OffsetAndMetadata> toCommit() {
        var finished = finishedTo;
        return finished == null || finished.equals(committedTo) ? Optional.empty() : Optional.of(finished);
    }

    /** Up to where records are known to be dealt with; nothing if none has been polled or finished. */
    public Optional<OffsetAndMetadata> watermark() {
        if (finishedTo == null && !inFlight.isEmpty()) {
            var first = inFlight.getFirst().received();
            return Optional.of(new OffsetAndMetadata(first.offset(), first.leaderEpoch(), ""));
        }
        return Optional.ofNullable(finishedTo);
    }

    /** A commit has gone through. Commits of one consumer take effect in their order. */
    public void committed(OffsetAndMetadata offset) {
        committedTo = offset;
    }

    /** The reading of the timer when the assignment began. */
    public long begunNanos() {
        return begunNanos;
    }

    /** The reading of the timer when the watermark moved last; when the assignment began, if it has not. */
    public long movedNanos() {
        return movedNanos;
    }

    /** The offset that is committed, if one was in this assignment. */
    public OptionalLong committed() {
        return committedTo == null ? OptionalLong.empty() : OptionalLong.of(committedTo.offset());
    }

    /** The record that has been in a handler's hands for the longest time. */
    public Optional<InFlight> longestRunning() {
        return inFlight.stream()
                .filter(InFlight::isRunning)
                .reduce((one, other) -> other.startedNanos() - one.startedNanos() < 0 ? other : one);
    }

    /** The records that are not dealt with, and those finished behind them. */
    public int size() {
        return inFlight.size();
    }

    /** An estimate of the bytes that records in flight occupy. */
    public long bytes() {
        return bytes;
    }

    /** The oldest record that is not dealt with. */
    public Optional<InFlight> oldest() {
        return Optional.ofNullable(inFlight.peekFirst());
    }

    /**
     * Takes no further record on: only those before one that was begun are started from here on. Without them the
     * watermark could not pass it, and whoever gets the partition next would repeat it.
     */
    public void drain() {
        // While a start is held, none that was begun can be overlooked.
        startableTo = HELD;
        var last = inFlight.descendingIterator();
        while (last.hasNext()) {
            var record = last.next();
            if (record.isBegun()) {
                startableTo = record.received().offset() + 1;
                return;
            }
        }
        startableTo = 0;
    }

    /**
     * Whether all that {@link #drain} lets go on is dealt with, but for what has to wait until after a deadline.
     *
     * @param deadlineNanos a reading of the timer
     */
    public boolean isDrained(long deadlineNanos) {
        var to = startableTo;
        return inFlight.stream()
                .takeWhile(record -> record.received().offset() < to)
                .allMatch(record -> record.isDone() || record.rests(deadlineNanos));
    }

    /** Ends the assignment: none of its records is started from here on. */
    public void end() {
        startableTo = ENDED;
    }

    /** Whether the assignment has ended: what becomes of its records is of no account any more. */
    public boolean hasEnded() {
        return startableTo == ENDED;
    }

    InFlight.Start mayStart(long offset) {
        var to = startableTo;
        if (offset < to) {
            return InFlight.Start.STARTED;
        }
        return to == HELD ? InFlight.Start.HELD : InFlight.Start.ENDED;
    }

    /** Interrupts what is being handled, and ignores its outcome. */
    public void giveUp() {
        inFlight.forEach(InFlight::giveUp);
    }

    @Override
    public String toString() {
        return partition.toString();
    }
}

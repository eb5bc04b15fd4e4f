package dev.postroad.client.health;

import dev.postroad.client.group.PartitionView;
import dev.postroad.client.lane.InFlight;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a partition does.
 *
 * @param topic Kafka's name of the topic
 * @param partition counted from 0
 * @param verdict in one word
 * @param reason in one sentence
 * @param waitingFor the offset of the record that the group's offset waits for
 * @param attempts how often that record was given to a handler in its present place
 * @param inHandler how long a handler has had the record that it has had for the longest time
 * @param inFlight records that were fetched and are not dealt with, and those finished behind them
 * @param bytes an estimate of what they occupy
 * @param isFull whether no more are fetched until there is room
 * @param committed the offset that this process has committed, if it has
 * @param sinceMoved how long ago the group's offset could last move on, or this process got the partition
 * @param stack where the handler is, if the partition is slow or stuck
 */
public record PartitionHealth(
        String topic,
        int partition,
        Verdict verdict,
        String reason,
        OptionalLong waitingFor,
        int attempts,
        Optional<Duration> inHandler,
        int inFlight,
        long bytes,
        boolean isFull,
        OptionalLong committed,
        Duration sinceMoved,
        List<StackTraceElement> stack) {
    public PartitionHealth {
        stack = List.copyOf(stack);
    }

    /**
     * The health of a partition.
     *
     * @param nanos a reading of the timer
     */
    static PartitionHealth of(PartitionView view, HealthLimits limits, long nanos) {
        var finding = finding(view, limits, nanos);
        return new PartitionHealth(
                view.partition().topic(),
                view.partition().partition(),
                finding.verdict(),
                finding.reason(),
                view.oldest()
                        .map(record -> OptionalLong.of(record.received().offset()))
                        .orElse(OptionalLong.empty()),
                view.oldest().map(InFlight::attempts).orElse(0),
                running(view).map(record -> since(record.startedNanos(), nanos)),
                view.inFlight(),
                view.bytes(),
                view.isFull(),
                view.committed(),
                since(view.movedNanos(), nanos),
                finding.stack());
    }

    private record Finding(Verdict verdict, String reason, List<StackTraceElement> stack) {
        static Finding of(Verdict verdict, String reason) {
            return new Finding(verdict, reason, List.of());
        }
    }

    private static Finding finding(PartitionView view, HealthLimits limits, long nanos) {
        var running = running(view);
        if (running.isPresent()) {
            var time = since(running.get().startedNanos(), nanos);
            if (time.compareTo(limits.slow()) >= 0) {
                return inHandler(running.get(), time, limits);
            }
        }
        var oldest = view.oldest();
        if (oldest.isEmpty()) {
            return Finding.of(Verdict.IDLE, "all that was fetched is dealt with");
        }
        if (view.pausedBecause().isPresent()) {
            return Finding.of(Verdict.PAUSED, view.pausedBecause().get());
        }
        if (since(view.movedNanos(), nanos).compareTo(limits.progress()) < 0) {
            return Finding.of(Verdict.PROGRESSING, "records are dealt with");
        }
        return standing(oldest.get());
    }

    private static Finding inHandler(InFlight record, Duration time, HealthLimits limits) {
        var thread = record.runner();
        var stack = thread == null ? List.<StackTraceElement>of() : List.of(thread.getStackTrace());
        var words = "the handler has had offset %d for %d s"
                .formatted(record.received().offset(), time.toSeconds());
        return time.compareTo(limits.stuck()) >= 0
                ? new Finding(Verdict.STUCK, words, stack)
                : new Finding(Verdict.SLOW, words, stack);
    }

    /** What holds the offset up, where no handler does. */
    private static Finding standing(InFlight oldest) {
        var offset = oldest.received().offset();
        return switch (oldest.phase()) {
            case RESTING ->
                Finding.of(
                        Verdict.PAUSED,
                        "offset %d waits to be tried again, after %d attempts".formatted(offset, oldest.attempts()));
            case MOVING -> Finding.of(Verdict.PAUSED, "offset %d cannot be stored in another topic".formatted(offset));
            case WAITING -> Finding.of(Verdict.SLOW, "offset %d waits for a handler to be free".formatted(offset));
            default -> Finding.of(Verdict.PROGRESSING, "records are dealt with");
        };
    }

    /** What was running when it was looked, if it still is. */
    private static Optional<InFlight> running(PartitionView view) {
        return view.running().filter(InFlight::isRunning);
    }

    private static Duration since(long thenNanos, long nanos) {
        return Duration.ofNanos(Math.max(0, nanos - thenNanos));
    }
}

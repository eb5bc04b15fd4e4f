package dev.postroad.platform.snapshot;

import com.google.protobuf.Timestamp;
import dev.postroad.contract.report.ClientReport;
import dev.postroad.contract.report.Consumed;
import dev.postroad.contract.report.DurationBuckets;
import dev.postroad.contract.report.Published;
import dev.postroad.platform.snapshot.BusSnapshot.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The reports of every client process, with a minute of history for each.
 *
 * <p>A report counts since its process started, so the newest of each process holds all; times are those of the last
 * minute, as the difference between two reports. Not thread-safe.
 */
final class ReportBook {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Map<String, Deque<ClientReport>> byInstance = new LinkedHashMap<>();

    void add(ClientReport report) {
        var history = byInstance.computeIfAbsent(report.getInstance(), instance -> new ArrayDeque<>());
        history.addLast(report);
        var horizon = reported(report).minus(WINDOW);
        while (history.size() > 2 && reported(history.getFirst()).isBefore(horizon)) {
            history.removeFirst();
        }
    }

    long published(String topic, ToLongFunction<Published> count) {
        return published(topic).mapToLong(count).sum();
    }

    Optional<Refused> lastRefusal(String topic) {
        return published(topic)
                .filter(Published::hasLastRefusal)
                .map(Published::getLastRefusal)
                .map(refusal -> new Refused(
                        refusal.getField(), refusal.getRule(), refusal.getSentence(), instant(refusal.getAt())))
                .max(Comparator.comparing(Refused::at));
    }

    /** The groups that report to consume something; a group may come several times. */
    Stream<String> groups() {
        return newest().flatMap(report -> report.getConsumedList().stream()).map(Consumed::getGroup);
    }

    /** The groups that report to consume a topic. */
    List<String> groups(String topic) {
        return newest().flatMap(report -> report.getConsumedList().stream())
                .filter(consumed -> consumed.getTopic().equals(topic))
                .map(Consumed::getGroup)
                .distinct()
                .toList();
    }

    long consumed(String topic, String group, ToLongFunction<Consumed> count) {
        return newest().flatMap(report -> consumed(report, topic, group).stream())
                .mapToLong(count)
                .sum();
    }

    /**
     * Milliseconds from publication until the handler returned that a share of the last minute's records stay below.
     */
    OptionalDouble endToEndMillis(String topic, String group, double quantile) {
        var sum = new long[DurationBuckets.COUNT];
        var horizon = horizon();
        for (var history : byInstance.values()) {
            if (!reported(history.getLast()).isBefore(horizon)) {
                var newest = buckets(history.getLast(), topic, group);
                var oldest = before(history, horizon, topic, group);
                IntStream.range(0, sum.length).forEach(bucket -> sum[bucket] += newest[bucket] - oldest[bucket]);
            }
        }
        return DurationBuckets.quantileMillis(LongStream.of(sum).boxed().toList(), quantile);
    }

    /** What had been counted when the window began: nothing yet, if the process was not there. */
    private static long[] before(Deque<ClientReport> history, Instant horizon, String topic, String group) {
        var first = history.getFirst();
        return instant(first.getStarted()).isBefore(horizon)
                ? buckets(first, topic, group)
                : new long[DurationBuckets.COUNT];
    }

    /** Where the window begins. Time is that of the reports, so that a silent process falls behind the others. */
    private Instant horizon() {
        return newest().map(ReportBook::reported)
                .max(Comparator.naturalOrder())
                .map(latest -> latest.minus(WINDOW))
                .orElse(Instant.MIN);
    }

    private static long[] buckets(ClientReport report, String topic, String group) {
        var sum = new long[DurationBuckets.COUNT];
        for (var consumed : consumed(report, topic, group)) {
            var buckets = consumed.getEndToEnd().getBucketsList();
            IntStream.range(0, Math.min(sum.length, buckets.size()))
                    .forEach(bucket -> sum[bucket] += buckets.get(bucket));
        }
        return sum;
    }

    private Stream<Published> published(String topic) {
        return newest().map(ClientReport::getPublishedList)
                .flatMap(Collection::stream)
                .filter(published -> published.getTopic().equals(topic));
    }

    private static List<Consumed> consumed(ClientReport report, String topic, String group) {
        return report.getConsumedList().stream()
                .filter(consumed ->
                        consumed.getTopic().equals(topic) && consumed.getGroup().equals(group))
                .toList();
    }

    private Stream<ClientReport> newest() {
        return byInstance.values().stream().map(Deque::getLast);
    }

    private static Instant reported(ClientReport report) {
        return instant(report.getReported());
    }

    private static Instant instant(Timestamp timestamp) {
        return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
    }
}

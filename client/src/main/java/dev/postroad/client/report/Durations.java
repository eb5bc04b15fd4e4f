package dev.postroad.client.report;

import dev.postroad.contract.report.DurationBuckets;
import dev.postroad.contract.report.Histogram;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/** How often durations fell into each bucket of a report's histogram. Safe for use by several threads. */
final class Durations {
    private final AtomicLongArray buckets = new AtomicLongArray(DurationBuckets.COUNT);

    void add(Duration duration) {
        buckets.incrementAndGet(DurationBuckets.of(duration));
    }

    Histogram report() {
        var histogram = Histogram.newBuilder();
        IntStream.range(0, buckets.length()).forEach(bucket -> histogram.addBuckets(buckets.get(bucket)));
        return histogram.build();
    }
}

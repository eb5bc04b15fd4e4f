package dev.postroad.client.telemetry;

import dev.postroad.contract.report.DurationBuckets;
import dev.postroad.contract.report.Histogram;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** How often durations fell into each bucket of a report's histogram. Safe for use by several threads. */
public final class Durations {
    private final List<LongAdder> buckets =
            Stream.generate(LongAdder::new).limit(DurationBuckets.COUNT).toList();

    /** Counts a duration. */
    public void add(long nanos) {
        buckets.get(DurationBuckets.ofNanos(nanos)).increment();
    }

    /** All that were counted. */
    public Histogram report() {
        var histogram = Histogram.newBuilder();
        buckets.forEach(bucket -> histogram.addBuckets(bucket.sum()));
        return histogram.build();
    }
}

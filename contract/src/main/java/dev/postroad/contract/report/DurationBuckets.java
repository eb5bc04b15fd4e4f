package dev.postroad.contract.report;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The buckets of {@link Histogram}: four for each doubling, from 1 µs to about 12 days, so that a quantile is at most
 * 19 % above the true value.
 */
public final class DurationBuckets {
    /** How many buckets there are. */
    public static final int COUNT = 160;

    private static final int PER_DOUBLING = 4;

    private DurationBuckets() {}

    /** The bucket of a duration; a negative one, as from a clock that is behind, falls into the first. */
    public static int of(Duration duration) {
        var micros = Math.max(1.0, duration.toNanos() / 1_000.0);
        var bucket = (int) (PER_DOUBLING * Math.log(micros) / Math.log(2));
        return Math.min(bucket, COUNT - 1);
    }

    /**
     * The duration in milliseconds that a share of all durations stays below; empty if none was counted.
     *
     * @param quantile from 0 to 1
     */
    public static OptionalDouble quantileMillis(List<Long> buckets, double quantile) {
        var total = buckets.stream().mapToLong(Long::longValue).sum();
        if (total == 0) {
            return OptionalDouble.empty();
        }
        var rank = Math.max(1, (long) Math.ceil(quantile * total));
        var bucket = -1;
        for (var seen = 0L; seen < rank; ) {
            bucket++;
            seen += buckets.get(bucket);
        }
        return OptionalDouble.of(Math.pow(2, (bucket + 1.0) / PER_DOUBLING) / 1_000);
    }
}

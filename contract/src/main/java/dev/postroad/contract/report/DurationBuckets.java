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
    private static final int MANTISSA_BITS = 52;
    private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;

    /** The mantissas of the fourth root of 2, of its square and of its cube: where a doubling is divided. */
    private static final long FIRST = mantissa(Math.pow(2, 0.25));

    private static final long SECOND = mantissa(Math.pow(2, 0.5));
    private static final long THIRD = mantissa(Math.pow(2, 0.75));

    private DurationBuckets() {}

    private static long mantissa(double number) {
        return Double.doubleToRawLongBits(number) & MANTISSA;
    }

    /** The bucket of a duration; a negative one, as from a clock that is behind, falls into the first. */
    public static int of(Duration duration) {
        return ofNanos(duration.toNanos());
    }

    /** The bucket of a duration in nanoseconds, found without a logarithm: each record asks. */
    public static int ofNanos(long nanos) {
        if (nanos < 1_000) {
            return 0;
        }
        var bits = Double.doubleToRawLongBits(nanos / 1_000.0);
        var doubling = (int) (bits >>> MANTISSA_BITS) - Double.MAX_EXPONENT;
        var rest = bits & MANTISSA;
        var part = rest < SECOND ? (rest < FIRST ? 0 : 1) : (rest < THIRD ? 2 : 3);
        return Math.min(doubling * PER_DOUBLING + part, COUNT - 1);
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

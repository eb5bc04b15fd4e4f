package dev.postroad.contract.cel;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;

/**
 * The order of timestamps and of durations. Nanoseconds that make up a second or more, or are negative where the
 * seconds are not, count as what they are. What java.time cannot hold fails.
 */
public final class Times {
    private static final int SECOND = 1_000_000_000;
    private static final long FIRST = -31_557_014_167_219_200L;
    private static final long LAST = 31_556_889_864_403_199L;

    private Times() {}

    @Overload("less_timestamp")
    public static boolean less(Timestamp left, Timestamp right) throws EvaluationException {
        return compare(left, right) < 0;
    }

    @Overload("less_equals_timestamp")
    public static boolean lessOrEqual(Timestamp left, Timestamp right) throws EvaluationException {
        return compare(left, right) <= 0;
    }

    @Overload("greater_timestamp")
    public static boolean greater(Timestamp left, Timestamp right) throws EvaluationException {
        return compare(left, right) > 0;
    }

    @Overload("greater_equals_timestamp")
    public static boolean greaterOrEqual(Timestamp left, Timestamp right) throws EvaluationException {
        return compare(left, right) >= 0;
    }

    @Overload("less_duration")
    public static boolean less(Duration left, Duration right) throws EvaluationException {
        return compare(left, right) < 0;
    }

    @Overload("less_equals_duration")
    public static boolean lessOrEqual(Duration left, Duration right) throws EvaluationException {
        return compare(left, right) <= 0;
    }

    @Overload("greater_duration")
    public static boolean greater(Duration left, Duration right) throws EvaluationException {
        return compare(left, right) > 0;
    }

    @Overload("greater_equals_duration")
    public static boolean greaterOrEqual(Duration left, Duration right) throws EvaluationException {
        return compare(left, right) >= 0;
    }

    static int compare(Timestamp left, Timestamp right) throws EvaluationException {
        var bySecond = Long.compare(seconds(left), seconds(right));
        return bySecond != 0 ? bySecond : Integer.compare(nanos(left.getNanos()), nanos(right.getNanos()));
    }

    static int compare(Duration left, Duration right) throws EvaluationException {
        var bySecond = Long.compare(seconds(left), seconds(right));
        return bySecond != 0 ? bySecond : Integer.compare(nanos(left.getNanos()), nanos(right.getNanos()));
    }

    /** The seconds since 1970, rounded downwards. */
    static long seconds(Timestamp time) throws EvaluationException {
        var seconds = seconds(time.getSeconds(), time.getNanos());
        if (seconds < FIRST || seconds > LAST) {
            throw new EvaluationException("the timestamp is out of range");
        }
        return seconds;
    }

    /** The seconds, rounded downwards. */
    static long seconds(Duration duration) throws EvaluationException {
        return seconds(duration.getSeconds(), duration.getNanos());
    }

    /** The nanoseconds beyond the full second before. */
    static int nanos(int nanos) {
        return Math.floorMod(nanos, SECOND);
    }

    private static long seconds(long seconds, int nanos) {
        var more = Math.floorDiv(nanos, SECOND);
        var all = seconds + more;
        if (more > 0 && all < seconds || more < 0 && all > seconds) {
            throw new EvaluationException("the seconds do not fit into 64 bits");
        }
        return all;
    }
}

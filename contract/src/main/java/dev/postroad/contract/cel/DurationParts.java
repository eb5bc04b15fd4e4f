package dev.postroad.contract.cel;

import com.google.protobuf.Duration;

/** How long a duration is in one unit. */
public final class DurationParts {
    private static final long MILLIS = 1_000;

    private DurationParts() {}

    /** Whole hours; of a negative duration with a fraction of a second, those of the next longer full second. */
    @Overload("duration_to_hours")
    public static long hours(Duration duration) throws EvaluationException {
        return TimeArithmetic.span(duration).toHours();
    }

    /** Whole minutes, as for hours. */
    @Overload("duration_to_minutes")
    public static long minutes(Duration duration) throws EvaluationException {
        return TimeArithmetic.span(duration).toMinutes();
    }

    /** Whole seconds, rounded towards zero. */
    @Overload("duration_to_seconds")
    public static long seconds(Duration duration) throws EvaluationException {
        return TimeArithmetic.duration(TimeArithmetic.span(duration)).getSeconds();
    }

    /** The milliseconds beyond the full second; fails if all of them do not fit into 64 bits. */
    @Overload("duration_to_milliseconds")
    public static long milliseconds(Duration duration) throws EvaluationException {
        try {
            return TimeArithmetic.span(duration).toMillis() % MILLIS;
        } catch (ArithmeticException e) {
            throw new EvaluationException("the duration has too many milliseconds for 64 bits", e);
        }
    }
}

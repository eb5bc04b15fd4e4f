package dev.postroad.contract.cel;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * Sums and differences of timestamps and durations. A timestamp outside of the years 1 to 9999 fails as a result, as
 * does a duration of more than 10,000 years; so does, in cel-java, a negative one with a fraction of a second.
 */
public final class TimeArithmetic {
    private static final long FIRST = -62_135_596_800L;
    private static final long LAST = 253_402_300_799L;
    private static final long LONGEST = 315_576_000_000L;
    private static final String TIMESTAMP = "the timestamp is out of range";
    private static final String DURATION = "the duration is out of range";

    private TimeArithmetic() {}

    @Overload("add_timestamp_duration")
    public static Timestamp add(Timestamp time, Duration duration) throws EvaluationException {
        try {
            return timestamp(instant(time).plus(span(duration)));
        } catch (DateTimeException | ArithmeticException e) {
            throw new EvaluationException(TIMESTAMP, e);
        }
    }

    @Overload("add_duration_timestamp")
    public static Timestamp add(Duration duration, Timestamp time) throws EvaluationException {
        return add(time, duration);
    }

    @Overload("add_duration_duration")
    public static Duration add(Duration left, Duration right) throws EvaluationException {
        try {
            return checked(span(left).plus(span(right)));
        } catch (ArithmeticException e) {
            throw new EvaluationException(DURATION, e);
        }
    }

    @Overload("subtract_timestamp_duration")
    public static Timestamp subtract(Timestamp time, Duration duration) throws EvaluationException {
        try {
            return timestamp(instant(time).minus(span(duration)));
        } catch (DateTimeException | ArithmeticException e) {
            throw new EvaluationException(TIMESTAMP, e);
        }
    }

    @Overload("subtract_duration_duration")
    public static Duration subtract(Duration left, Duration right) throws EvaluationException {
        try {
            return checked(span(left).minus(span(right)));
        } catch (ArithmeticException e) {
            throw new EvaluationException(DURATION, e);
        }
    }

    /** The time from the second timestamp to the first. */
    @Overload("subtract_timestamp_timestamp")
    public static Duration subtract(Timestamp left, Timestamp right) throws EvaluationException {
        return duration(java.time.Duration.between(instant(right), instant(left)));
    }

    /** The timestamp of a number of seconds since 1970. */
    @Overload("int64_to_timestamp")
    public static Timestamp toTimestamp(long seconds) throws EvaluationException {
        if (seconds < FIRST || seconds > LAST) {
            throw new EvaluationException(TIMESTAMP);
        }
        return Timestamp.newBuilder().setSeconds(seconds).build();
    }

    /** A timestamp within the years 1 to 9999. */
    static Timestamp timestamp(Instant instant) throws EvaluationException {
        var seconds = instant.getEpochSecond();
        return toTimestamp(seconds).toBuilder().setNanos(instant.getNano()).build();
    }

    static Instant instant(Timestamp time) throws EvaluationException {
        return Instant.ofEpochSecond(Times.seconds(time), Times.nanos(time.getNanos()));
    }

    static java.time.Duration span(Duration duration) throws EvaluationException {
        return java.time.Duration.ofSeconds(Times.seconds(duration), Times.nanos(duration.getNanos()));
    }

    static Duration duration(java.time.Duration span) {
        var isRoundedDown = span.isNegative() && span.getNano() > 0;
        return Duration.newBuilder()
                .setSeconds(isRoundedDown ? span.getSeconds() + 1 : span.getSeconds())
                .setNanos(isRoundedDown ? span.getNano() - 1_000_000_000 : span.getNano())
                .build();
    }

    private static Duration checked(java.time.Duration span) {
        var seconds = span.getSeconds();
        if (seconds < -LONGEST || seconds > LONGEST || span.isNegative() && span.getNano() > 0) {
            throw new EvaluationException(DURATION);
        }
        return duration(span);
    }
}

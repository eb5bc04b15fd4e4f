package dev.postroad.contract.cel;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Locale;

/** Timestamps and durations as texts. */
public final class TimeText {
    private static final java.time.Duration LONGEST = java.time.Duration.ofDays(3_652_500);
    private static final long SECOND = 1_000_000_000;

    private TimeText() {}

    /** The timestamp that a text such as {@code 2026-11-25T01:02:03.5+02:00} names (RFC 3339). */
    @Overload("string_to_timestamp")
    public static Timestamp toTimestamp(String text) throws EvaluationException {
        try {
            return TimeArithmetic.timestamp(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw new EvaluationException("the text is no timestamp", e);
        }
    }

    @Overload("timestamp_to_string")
    public static String toText(Timestamp time) throws EvaluationException {
        return TimeArithmetic.instant(time).toString();
    }

    /** The duration that a text such as {@code 1h30m} or {@code -1.5s} names, of 10,000 years at most. */
    @Overload("string_to_duration")
    public static Duration toDuration(String text) throws EvaluationException {
        var duration = new DurationText(text).read();
        if (duration.abs().compareTo(LONGEST) > 0) {
            throw new EvaluationException("the duration is out of range");
        }
        return TimeArithmetic.duration(duration);
    }

    /** The seconds, with three, six or nine digits of fraction if there is one; of 292 years at most. */
    @Overload("duration_to_string")
    public static String toText(Duration duration) throws EvaluationException {
        long nanos;
        try {
            nanos = TimeArithmetic.span(duration).toNanos();
        } catch (ArithmeticException e) {
            throw new EvaluationException("the duration has too many nanoseconds for 64 bits", e);
        }
        var seconds = (nanos < 0 ? "-" : "") + Math.abs(nanos / SECOND);
        return seconds + fraction(Math.abs(nanos % SECOND)) + "s";
    }

    private static String fraction(long nanos) {
        if (nanos == 0) {
            return "";
        }
        if (nanos % 1_000_000 == 0) {
            return String.format(Locale.ROOT, ".%03d", nanos / 1_000_000);
        }
        return nanos % 1_000 == 0
                ? String.format(Locale.ROOT, ".%06d", nanos / 1_000)
                : String.format(Locale.ROOT, ".%09d", nanos);
    }
}

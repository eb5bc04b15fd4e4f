package dev.postroad.contract.cel;

import com.google.protobuf.Timestamp;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/** What calendar and clock show at a timestamp, in UTC or in a zone: a name such as Europe/Berlin, or an offset. */
public final class Calendar {
    private static final long NANOS = 1_000_000;

    private Calendar() {}

    @Overload("timestamp_to_year")
    public static long year(Timestamp time) throws EvaluationException {
        return at(time, ZoneOffset.UTC).getYear();
    }

    @Overload("timestamp_to_year_with_tz")
    public static long year(Timestamp time, String zone) throws EvaluationException {
        return at(time, zone(zone)).getYear();
    }

    /** From 0 for January. */
    @Overload("timestamp_to_month")
    public static long month(Timestamp time) throws EvaluationException {
        return at(time, ZoneOffset.UTC).getMonthValue() - 1;
    }

    @Overload("timestamp_to_month_with_tz")
    public static long month(Timestamp time, String zone) throws EvaluationException {
        return at(time, zone(zone)).getMonthValue() - 1;
    }

    /** From 0. */
    @Overload("timestamp_to_day_of_year")
    public static long dayOfYear(Timestamp time) throws EvaluationException {
        return at(time, ZoneOffset.UTC).getDayOfYear() - 1;
    }

    @Overload("timestamp_to_day_of_year_with_tz")
    public static long dayOfYear(Timestamp time, String zone) throws EvaluationException {
        return at(time, zone(zone)).getDayOfYear() - 1;
    }

    /** From 0. */
    @Overload("timestamp_to_day_of_month")
    public static long dayOfMonth(Timestamp time) throws EvaluationException {
        return at(time, ZoneOffset.UTC).getDayOfMonth() - 1;
    }

    @Overload("timestamp_to_day_of_month_with_tz")
    public static long dayOfMonth(Timestamp time, String zone) throws EvaluationException {
        return at(time, zone(zone)).getDayOfMonth() - 1;
    }

    /** The day of the month, from 1. */
    @Overload("timestamp_to_day_of_month_1_based")
    public static long date(Timestamp time) throws EvaluationException {
        return at(time, ZoneOffset.UTC).getDayOfMonth();
    }

    @Overload("timestamp_to_day_of_month_1_based_with_tz")
    public static long date(Timestamp time, String zone) throws EvaluationException {
        return at(time, zone(zone)).getDayOfMonth();
    }

    /** From 0 for Sunday. */
    @Overload("timestamp_to_day_of_week")
    public static long dayOfWeek(Timestamp time) throws EvaluationException {
        return at(time, ZoneOffset.UTC).getDayOfWeek().getValue() % 7;
    }

    @Overload("timestamp_to_day_of_week_with_tz")
    public static long dayOfWeek(Timestamp time, String zone) throws EvaluationException {
        return at(time, zone(zone)).getDayOfWeek().getValue() % 7;
    }

    @Overload("timestamp_to_hours")
    public static long hours(Timestamp time) throws EvaluationException {
        return at(time, ZoneOffset.UTC).getHour();
    }

    @Overload("timestamp_to_hours_with_tz")
    public static long hours(Timestamp time, String zone) throws EvaluationException {
        return at(time, zone(zone)).getHour();
    }

    @Overload("timestamp_to_minutes")
    public static long minutes(Timestamp time) throws EvaluationException {
        return at(time, ZoneOffset.UTC).getMinute();
    }

    @Overload("timestamp_to_minutes_with_tz")
    public static long minutes(Timestamp time, String zone) throws EvaluationException {
        return at(time, zone(zone)).getMinute();
    }

    @Overload("timestamp_to_seconds")
    public static long seconds(Timestamp time) throws EvaluationException {
        return at(time, ZoneOffset.UTC).getSecond();
    }

    @Overload("timestamp_to_seconds_with_tz")
    public static long seconds(Timestamp time, String zone) throws EvaluationException {
        return at(time, zone(zone)).getSecond();
    }

    /** Those beyond the full second. */
    @Overload("timestamp_to_milliseconds")
    public static long milliseconds(Timestamp time) throws EvaluationException {
        return at(time, ZoneOffset.UTC).getNano() / NANOS;
    }

    @Overload("timestamp_to_milliseconds_with_tz")
    public static long milliseconds(Timestamp time, String zone) throws EvaluationException {
        return at(time, zone(zone)).getNano() / NANOS;
    }

    private static LocalDateTime at(Timestamp time, ZoneId zone) {
        return TimeArithmetic.instant(time).atZone(zone).toLocalDateTime();
    }

    private static ZoneId zone(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException notAName) {
            return offset(zone);
        }
    }

    /** An offset of hours and minutes that need not have two digits each, nor a sign. */
    private static ZoneId offset(String offset) {
        try {
            var colon = offset.indexOf(':');
            var hours = Integer.parseInt(offset, 0, Math.max(colon, 0), 10);
            var minutes = Integer.parseInt(offset.substring(colon + 1));
            return ZoneId.of(
                    String.format(Locale.ROOT, "%s%02d:%02d", hours < 0 ? "-" : "+", Math.abs(hours), minutes));
        } catch (NumberFormatException | DateTimeException e) {
            throw new EvaluationException("the time zone is unknown", e);
        }
    }
}

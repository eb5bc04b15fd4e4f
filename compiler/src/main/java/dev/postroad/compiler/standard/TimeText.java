package dev.postroad.compiler.standard;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Timestamps and durations, as the sentences of rules show them. */
final class TimeText {
    private static final int NANO_DIGITS = 9;

    private TimeText() {}

    /** In RFC 3339, such as {@code 2026-01-31T12:00:00Z}. */
    static String of(Timestamp timestamp) {
        try {
            return DateTimeFormatter.ISO_INSTANT.format(
                    Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos()));
        } catch (DateTimeException | ArithmeticException e) {
            return timestamp.getSeconds() + " s after 1970";
        }
    }

    /** In seconds, such as {@code 1.5s}; as exact as a double is. */
    static String of(Duration duration) {
        var seconds = duration.getSeconds() + duration.getNanos() / 1_000_000_000.0;
        return new BigDecimal(seconds)
                        .setScale(NANO_DIGITS, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString()
                + "s";
    }
}

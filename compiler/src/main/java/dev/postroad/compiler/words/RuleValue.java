package dev.postroad.compiler.words;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import java.math.BigDecimal;
import java.util.HexFormat;

/** A value in a rule, as text and in its order. */
record RuleValue(FieldDescriptor rule, Object value) {
    private static final long[] SECONDS = {86_400, 3_600, 60, 1};
    private static final String[] UNITS = {"day", "hour", "minute", "second"};

    /** Below zero if this comes before another value of the same type. */
    int compareTo(RuleValue other) {
        if (value instanceof Timestamp time && other.value instanceof Timestamp otherTime) {
            return Timestamps.compare(time, otherTime);
        }
        if (value instanceof Duration duration && other.value instanceof Duration otherDuration) {
            return Durations.compare(duration, otherDuration);
        }
        if (value instanceof Double || value instanceof Float) {
            return Double.compare(((Number) value).doubleValue(), ((Number) other.value).doubleValue());
        }
        return new BigDecimal(text()).compareTo(new BigDecimal(other.text()));
    }

    String text() {
        if (value instanceof Timestamp time) {
            return Timestamps.isValid(time) ? Timestamps.toString(time) : time.getSeconds() + "s";
        }
        if (value instanceof Duration duration) {
            return duration(duration);
        }
        if (value instanceof FieldMask mask) {
            return String.join(",", mask.getPathsList());
        }
        if (value instanceof ByteString bytes) {
            return "0x" + HexFormat.of().formatHex(bytes.toByteArray());
        }
        return switch (rule.getType()) {
            case UINT32, FIXED32 -> Integer.toUnsignedString((Integer) value);
            case UINT64, FIXED64 -> Long.toUnsignedString((Long) value);
            case FLOAT, DOUBLE -> decimal(value.toString());
            default -> value.toString();
        };
    }

    private static String decimal(String text) {
        return text.matches("-?\\d.*")
                ? new BigDecimal(text).stripTrailingZeros().toPlainString()
                : text;
    }

    /** In the largest unit that leaves no rest. */
    private static String duration(Duration duration) {
        var seconds = duration.getSeconds();
        if (duration.getNanos() != 0 || seconds == 0) {
            return Durations.isValid(duration) ? Durations.toString(duration) : seconds + "s";
        }
        for (var unit = 0; unit < SECONDS.length; unit++) {
            if (seconds % SECONDS[unit] == 0) {
                var count = seconds / SECONDS[unit];
                return count + " " + UNITS[unit] + (count == 1 ? "" : "s");
            }
        }
        throw new IllegalStateException("every whole number of seconds is a number of seconds");
    }
}

package dev.postroad.contract.cel;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;

/** CEL's {@code int()}, {@code uint()}, {@code double()}, {@code string()}, {@code bytes()} and {@code bool()}. */
public final class Conversions {
    private static final String NOT_AN_INT = "the number is no int";
    private static final String NOT_A_UINT = "the number is no uint";
    private static final double INTS = 0x1p63;
    private static final double UINTS = 0x1p64;

    private Conversions() {}

    @Overload({"bool_to_bool"})
    public static boolean same(boolean value) {
        return value;
    }

    @Overload({"int64_to_int64", "uint64_to_uint64"})
    public static long same(long value) {
        return value;
    }

    @Overload("double_to_double")
    public static double same(double value) {
        return value;
    }

    @Overload("string_to_string")
    public static String same(String value) {
        return value;
    }

    @Overload("bytes_to_bytes")
    public static ByteString same(ByteString value) {
        return value;
    }

    @Overload("timestamp_to_timestamp")
    public static Timestamp same(Timestamp value) {
        return value;
    }

    @Overload("duration_to_duration")
    public static Duration same(Duration value) {
        return value;
    }

    /** The same number as a value of the other type. */
    @Overload("uint64_to_int64")
    public static long toInt(long uint) throws EvaluationException {
        if (uint < 0) {
            throw new EvaluationException(NOT_AN_INT);
        }
        return uint;
    }

    /** The number without its fraction. */
    @Overload("double_to_int64")
    public static long toInt(double value) throws EvaluationException {
        if (value >= -INTS && value < INTS) {
            return (long) value;
        }
        throw new EvaluationException(NOT_AN_INT);
    }

    @Overload("string_to_int64")
    public static long toInt(String text) throws EvaluationException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new EvaluationException("the text is no int", e);
        }
    }

    /** Seconds since 1970, rounded downwards. */
    @Overload("timestamp_to_int64")
    public static long toInt(Timestamp time) throws EvaluationException {
        return Times.seconds(time);
    }

    /** The same number as a value of the other type. */
    @Overload("int64_to_uint64")
    public static long toUint(long value) throws EvaluationException {
        if (value < 0) {
            throw new EvaluationException(NOT_A_UINT);
        }
        return value;
    }

    /** The number without its fraction. */
    @Overload("double_to_uint64")
    public static long toUint(double value) throws EvaluationException {
        if (value >= 0 && value < UINTS) {
            return value < INTS ? (long) value : (long) (value - INTS) | Long.MIN_VALUE;
        }
        throw new EvaluationException(NOT_A_UINT);
    }

    @Overload("string_to_uint64")
    public static long toUint(String text) throws EvaluationException {
        try {
            if (!text.startsWith("+")) {
                return Long.parseUnsignedLong(text);
            }
        } catch (NumberFormatException e) {
            throw new EvaluationException("the text is no uint", e);
        }
        throw new EvaluationException("the text is no uint");
    }

    @Overload("int64_to_double")
    public static double toDouble(long value) {
        return value;
    }

    @Overload("uint64_to_double")
    public static double toDoubleUnsigned(long uint) {
        return uint >= 0 ? uint : (uint >>> 1 | uint & 1) * 2.0;
    }

    @Overload("string_to_double")
    public static double toDouble(String text) throws EvaluationException {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new EvaluationException("the text is no double", e);
        }
    }

    @Overload("bool_to_string")
    public static String toText(boolean value) {
        return Boolean.toString(value);
    }

    @Overload("int64_to_string")
    public static String toText(long value) {
        return Long.toString(value);
    }

    @Overload("uint64_to_string")
    public static String toTextUnsigned(long uint) {
        return Long.toUnsignedString(uint);
    }

    @Overload("double_to_string")
    public static String toText(double value) {
        return Double.toString(value);
    }

    /** The text that bytes are in UTF-8. */
    @Overload("bytes_to_string")
    public static String toText(ByteString bytes) throws EvaluationException {
        if (!bytes.isValidUtf8()) {
            throw new EvaluationException("the bytes are no UTF-8");
        }
        return bytes.toStringUtf8();
    }

    /** A text in UTF-8; a surrogate without its other half is written as a question mark. */
    @Overload("string_to_bytes")
    public static ByteString toBytes(String text) {
        return ByteString.copyFromUtf8(text);
    }

    @Overload("string_to_bool")
    public static boolean toBool(String text) throws EvaluationException {
        return switch (text) {
            case "true", "TRUE", "True", "t", "1" -> true;
            case "false", "FALSE", "False", "f", "0" -> false;
            default -> throw new EvaluationException("the text is no bool");
        };
    }
}

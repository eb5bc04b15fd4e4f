package dev.postroad.contract.cel;

import com.google.protobuf.ByteString;
import java.util.Comparator;

/**
 * Which of two values of one type is less. Strings are ordered by their UTF-16 units, bytes as unsigned numbers; with a
 * double that is not a number no comparison holds.
 */
public final class Ordering {
    private static final Comparator<ByteString> BYTES = ByteString.unsignedLexicographicalComparator();

    private Ordering() {}

    @Overload("less_bool")
    public static boolean less(boolean left, boolean right) {
        return Boolean.compare(left, right) < 0;
    }

    @Overload("less_equals_bool")
    public static boolean lessOrEqual(boolean left, boolean right) {
        return Boolean.compare(left, right) <= 0;
    }

    @Overload("greater_bool")
    public static boolean greater(boolean left, boolean right) {
        return Boolean.compare(left, right) > 0;
    }

    @Overload("greater_equals_bool")
    public static boolean greaterOrEqual(boolean left, boolean right) {
        return Boolean.compare(left, right) >= 0;
    }

    @Overload("less_int64")
    public static boolean less(long left, long right) {
        return left < right;
    }

    @Overload("less_equals_int64")
    public static boolean lessOrEqual(long left, long right) {
        return left <= right;
    }

    @Overload("greater_int64")
    public static boolean greater(long left, long right) {
        return left > right;
    }

    @Overload("greater_equals_int64")
    public static boolean greaterOrEqual(long left, long right) {
        return left >= right;
    }

    @Overload("less_uint64")
    public static boolean lessUnsigned(long left, long right) {
        return Long.compareUnsigned(left, right) < 0;
    }

    @Overload("less_equals_uint64")
    public static boolean lessOrEqualUnsigned(long left, long right) {
        return Long.compareUnsigned(left, right) <= 0;
    }

    @Overload("greater_uint64")
    public static boolean greaterUnsigned(long left, long right) {
        return Long.compareUnsigned(left, right) > 0;
    }

    @Overload("greater_equals_uint64")
    public static boolean greaterOrEqualUnsigned(long left, long right) {
        return Long.compareUnsigned(left, right) >= 0;
    }

    @Overload("less_double")
    public static boolean less(double left, double right) {
        return left < right;
    }

    @Overload("less_equals_double")
    public static boolean lessOrEqual(double left, double right) {
        return left <= right;
    }

    @Overload("greater_double")
    public static boolean greater(double left, double right) {
        return left > right;
    }

    @Overload("greater_equals_double")
    public static boolean greaterOrEqual(double left, double right) {
        return left >= right;
    }

    @Overload("less_string")
    public static boolean less(String left, String right) {
        return left.compareTo(right) < 0;
    }

    @Overload("less_equals_string")
    public static boolean lessOrEqual(String left, String right) {
        return left.compareTo(right) <= 0;
    }

    @Overload("greater_string")
    public static boolean greater(String left, String right) {
        return left.compareTo(right) > 0;
    }

    @Overload("greater_equals_string")
    public static boolean greaterOrEqual(String left, String right) {
        return left.compareTo(right) >= 0;
    }

    @Overload("less_bytes")
    public static boolean less(ByteString left, ByteString right) {
        return BYTES.compare(left, right) < 0;
    }

    @Overload("less_equals_bytes")
    public static boolean lessOrEqual(ByteString left, ByteString right) {
        return BYTES.compare(left, right) <= 0;
    }

    @Overload("greater_bytes")
    public static boolean greater(ByteString left, ByteString right) {
        return BYTES.compare(left, right) > 0;
    }

    @Overload("greater_equals_bytes")
    public static boolean greaterOrEqual(ByteString left, ByteString right) {
        return BYTES.compare(left, right) >= 0;
    }
}

package dev.postroad.contract.cel;

/**
 * Which of two numbers of different types is less.
 *
 * <p>The verdicts are cel-java's, some of which are not mathematics': against an int or uint, a double that is not a
 * number is the greatest number and -0.0 is less than 0; an int is less than any uint from 2^63 - 1 upwards.
 */
public final class MixedOrdering {
    private static final double LEAST_INT = Long.MIN_VALUE;
    private static final double INTS = Long.MAX_VALUE;
    private static final double UINTS = 0x1p64;

    private MixedOrdering() {}

    @Overload("less_int64_uint64")
    public static boolean lessIntThanUint(long left, long right) {
        return intWithUint(left, right) < 0;
    }

    @Overload("less_equals_int64_uint64")
    public static boolean lessOrEqualIntThanUint(long left, long right) {
        return intWithUint(left, right) <= 0;
    }

    @Overload("greater_int64_uint64")
    public static boolean greaterIntThanUint(long left, long right) {
        return intWithUint(left, right) > 0;
    }

    @Overload("greater_equals_int64_uint64")
    public static boolean greaterOrEqualIntThanUint(long left, long right) {
        return intWithUint(left, right) >= 0;
    }

    @Overload("less_uint64_int64")
    public static boolean lessUintThanInt(long left, long right) {
        return 0 < intWithUint(right, left);
    }

    @Overload("less_equals_uint64_int64")
    public static boolean lessOrEqualUintThanInt(long left, long right) {
        return 0 <= intWithUint(right, left);
    }

    @Overload("greater_uint64_int64")
    public static boolean greaterUintThanInt(long left, long right) {
        return 0 > intWithUint(right, left);
    }

    @Overload("greater_equals_uint64_int64")
    public static boolean greaterOrEqualUintThanInt(long left, long right) {
        return 0 >= intWithUint(right, left);
    }

    @Overload("less_int64_double")
    public static boolean less(long left, double right) {
        return 0 < doubleWithInt(right, left);
    }

    @Overload("less_equals_int64_double")
    public static boolean lessOrEqual(long left, double right) {
        return 0 <= doubleWithInt(right, left);
    }

    @Overload("greater_int64_double")
    public static boolean greater(long left, double right) {
        return 0 > doubleWithInt(right, left);
    }

    @Overload("greater_equals_int64_double")
    public static boolean greaterOrEqual(long left, double right) {
        return 0 >= doubleWithInt(right, left);
    }

    @Overload("less_double_int64")
    public static boolean less(double left, long right) {
        return doubleWithInt(left, right) < 0;
    }

    @Overload("less_equals_double_int64")
    public static boolean lessOrEqual(double left, long right) {
        return doubleWithInt(left, right) <= 0;
    }

    @Overload("greater_double_int64")
    public static boolean greater(double left, long right) {
        return doubleWithInt(left, right) > 0;
    }

    @Overload("greater_equals_double_int64")
    public static boolean greaterOrEqual(double left, long right) {
        return doubleWithInt(left, right) >= 0;
    }

    @Overload("less_uint64_double")
    public static boolean lessUnsigned(long left, double right) {
        return 0 < doubleWithUint(right, left);
    }

    @Overload("less_equals_uint64_double")
    public static boolean lessOrEqualUnsigned(long left, double right) {
        return 0 <= doubleWithUint(right, left);
    }

    @Overload("greater_uint64_double")
    public static boolean greaterUnsigned(long left, double right) {
        return 0 > doubleWithUint(right, left);
    }

    @Overload("greater_equals_uint64_double")
    public static boolean greaterOrEqualUnsigned(long left, double right) {
        return 0 >= doubleWithUint(right, left);
    }

    @Overload("less_double_uint64")
    public static boolean lessUnsigned(double left, long right) {
        return doubleWithUint(left, right) < 0;
    }

    @Overload("less_equals_double_uint64")
    public static boolean lessOrEqualUnsigned(double left, long right) {
        return doubleWithUint(left, right) <= 0;
    }

    @Overload("greater_double_uint64")
    public static boolean greaterUnsigned(double left, long right) {
        return doubleWithUint(left, right) > 0;
    }

    @Overload("greater_equals_double_uint64")
    public static boolean greaterOrEqualUnsigned(double left, long right) {
        return doubleWithUint(left, right) >= 0;
    }

    private static int intWithUint(long left, long right) {
        var isBeyond = right < 0 || right == Long.MAX_VALUE;
        return left < 0 || isBeyond ? -1 : Long.compare(left, right);
    }

    private static int doubleWithInt(double left, long right) {
        return left < LEAST_INT ? -1 : left > INTS ? 1 : Double.compare(left, (double) right);
    }

    private static int doubleWithUint(double left, long right) {
        return left < 0 ? -1 : left > UINTS ? 1 : Double.compare(left, Conversions.toDoubleUnsigned(right));
    }
}

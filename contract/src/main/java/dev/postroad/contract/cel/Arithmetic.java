package dev.postroad.contract.cel;

/** Arithmetic of numbers. What does not fit into 64 bits fails, as division by zero does; doubles never fail. */
public final class Arithmetic {
    private static final String OVERFLOW = "the result does not fit into 64 bits";
    private static final String ZERO_DIVISOR = "division by zero";

    private Arithmetic() {}

    @Overload("add_int64")
    public static long add(long left, long right) throws EvaluationException {
        var sum = left + right;
        if (((left ^ sum) & (right ^ sum)) < 0) {
            throw new EvaluationException(OVERFLOW);
        }
        return sum;
    }

    @Overload("subtract_int64")
    public static long subtract(long left, long right) throws EvaluationException {
        var difference = left - right;
        if (((left ^ right) & (left ^ difference)) < 0) {
            throw new EvaluationException(OVERFLOW);
        }
        return difference;
    }

    @Overload("multiply_int64")
    public static long multiply(long left, long right) throws EvaluationException {
        var product = left * right;
        if (Math.multiplyHigh(left, right) != product >> Long.SIZE - 1) {
            throw new EvaluationException(OVERFLOW);
        }
        return product;
    }

    /** The quotient, rounded towards zero. */
    @Overload("divide_int64")
    public static long divide(long left, long right) throws EvaluationException {
        requireDivisor(right);
        if (left == Long.MIN_VALUE && right == -1) {
            throw new EvaluationException(OVERFLOW);
        }
        return left / right;
    }

    /** The remainder of the division, with the sign of the dividend. */
    @Overload("modulo_int64")
    public static long modulo(long left, long right) throws EvaluationException {
        requireDivisor(right);
        return left % right;
    }

    @Overload("negate_int64")
    public static long negate(long value) throws EvaluationException {
        if (value == Long.MIN_VALUE) {
            throw new EvaluationException(OVERFLOW);
        }
        return -value;
    }

    @Overload("add_uint64")
    public static long addUnsigned(long left, long right) throws EvaluationException {
        var sum = left + right;
        if (Long.compareUnsigned(sum, left) < 0) {
            throw new EvaluationException(OVERFLOW);
        }
        return sum;
    }

    @Overload("subtract_uint64")
    public static long subtractUnsigned(long left, long right) throws EvaluationException {
        if (Long.compareUnsigned(left, right) < 0) {
            throw new EvaluationException("the difference of two uints is negative");
        }
        return left - right;
    }

    @Overload("multiply_uint64")
    public static long multiplyUnsigned(long left, long right) throws EvaluationException {
        var product = left * right;
        if (right != 0 && Long.divideUnsigned(product, right) != left) {
            throw new EvaluationException(OVERFLOW);
        }
        return product;
    }

    @Overload("divide_uint64")
    public static long divideUnsigned(long left, long right) throws EvaluationException {
        requireDivisor(right);
        return Long.divideUnsigned(left, right);
    }

    @Overload("modulo_uint64")
    public static long moduloUnsigned(long left, long right) throws EvaluationException {
        requireDivisor(right);
        return Long.remainderUnsigned(left, right);
    }

    @Overload("add_double")
    public static double add(double left, double right) {
        return left + right;
    }

    @Overload("subtract_double")
    public static double subtract(double left, double right) {
        return left - right;
    }

    @Overload("multiply_double")
    public static double multiply(double left, double right) {
        return left * right;
    }

    @Overload("divide_double")
    public static double divide(double left, double right) {
        return left / right;
    }

    @Overload("negate_double")
    public static double negate(double value) {
        return -value;
    }

    /** Whether a double is not a number. */
    @Overload("is_nan")
    public static boolean isNan(double value) {
        return Double.isNaN(value);
    }

    @Overload("is_inf_unary")
    public static boolean isInf(double value) {
        return Double.isInfinite(value);
    }

    /** Whether a double is positive infinity, for a negative sign negative infinity, for zero either. */
    @Overload("is_inf_binary")
    public static boolean isInf(double value, long sign) {
        return Double.isInfinite(value) && (sign == 0 || sign > 0 == value > 0);
    }

    private static void requireDivisor(long divisor) {
        if (divisor == 0) {
            throw new EvaluationException(ZERO_DIVISOR);
        }
    }
}

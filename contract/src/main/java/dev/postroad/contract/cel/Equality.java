package dev.postroad.contract.cel;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import java.util.List;
import java.util.Map;

/**
 * Whether two values of one type are equal, an int and a uint being of the same Java type. A double that is not a
 * number equals none, alone as in a list; -0.0 equals 0.0.
 */
public final class Equality {
    private Equality() {}

    @Overload("equals")
    public static boolean equal(boolean left, boolean right) {
        return left == right;
    }

    @Overload("not_equals")
    public static boolean notEqual(boolean left, boolean right) {
        return left != right;
    }

    @Overload("equals")
    public static boolean equal(long left, long right) {
        return left == right;
    }

    @Overload("not_equals")
    public static boolean notEqual(long left, long right) {
        return left != right;
    }

    @Overload("equals")
    public static boolean equal(double left, double right) {
        return left == right;
    }

    @Overload("not_equals")
    public static boolean notEqual(double left, double right) {
        return left != right;
    }

    @Overload("equals")
    public static boolean equal(String left, String right) {
        return left.equals(right);
    }

    @Overload("not_equals")
    public static boolean notEqual(String left, String right) {
        return !left.equals(right);
    }

    @Overload("equals")
    public static boolean equal(ByteString left, ByteString right) {
        return left.equals(right);
    }

    @Overload("not_equals")
    public static boolean notEqual(ByteString left, ByteString right) {
        return !left.equals(right);
    }

    @Overload("equals")
    public static boolean equal(Timestamp left, Timestamp right) throws EvaluationException {
        return Times.compare(left, right) == 0;
    }

    @Overload("not_equals")
    public static boolean notEqual(Timestamp left, Timestamp right) throws EvaluationException {
        return Times.compare(left, right) != 0;
    }

    @Overload("equals")
    public static boolean equal(Duration left, Duration right) throws EvaluationException {
        return Times.compare(left, right) == 0;
    }

    @Overload("not_equals")
    public static boolean notEqual(Duration left, Duration right) throws EvaluationException {
        return Times.compare(left, right) != 0;
    }

    @Overload("equals")
    public static boolean equal(List<?> left, List<?> right) throws EvaluationException {
        return same(left, right);
    }

    @Overload("not_equals")
    public static boolean notEqual(List<?> left, List<?> right) throws EvaluationException {
        return !same(left, right);
    }

    @Overload("equals")
    public static boolean equal(Map<?, ?> left, Map<?, ?> right) throws EvaluationException {
        return same(left, right);
    }

    @Overload("not_equals")
    public static boolean notEqual(Map<?, ?> left, Map<?, ?> right) throws EvaluationException {
        return !same(left, right);
    }

    /** Whether two boxed values of one type are equal. */
    static boolean same(Object left, Object right) {
        if (left instanceof Double number) {
            return number.doubleValue() == (Double) right;
        }
        if (left instanceof Timestamp time) {
            return equal(time, (Timestamp) right);
        }
        if (left instanceof Duration duration) {
            return equal(duration, (Duration) right);
        }
        if (left instanceof List<?> list) {
            return sameLists(list, (List<?>) right);
        }
        return left instanceof Map<?, ?> map ? sameMaps(map, (Map<?, ?>) right) : left.equals(right);
    }

    private static boolean sameLists(List<?> left, List<?> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (var i = 0; i < left.size(); i++) {
            if (!same(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameMaps(Map<?, ?> left, Map<?, ?> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (var entry : left.entrySet()) {
            var value = right.get(entry.getKey());
            if (value == null || !same(entry.getValue(), value)) {
                return false;
            }
        }
        return true;
    }
}

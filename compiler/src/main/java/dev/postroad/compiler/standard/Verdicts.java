package dev.postroad.compiler.standard;

import dev.postroad.compiler.expression.Expression;
import dev.postroad.compiler.expression.Expression.Call;
import dev.postroad.compiler.expression.Expression.Constant;
import dev.postroad.compiler.expression.Expression.Not;
import dev.postroad.compiler.expression.Expression.OneOf;
import dev.postroad.compiler.expression.Expression.Variable;
import dev.postroad.compiler.expression.Functions;
import dev.postroad.compiler.expression.Type;
import java.util.List;
import java.util.Locale;

/** The expressions that standard rules are made of. */
final class Verdicts {
    private Verdicts() {}

    /** The value that a rule is about. */
    static Variable self(Type type) {
        return new Variable(Variable.THIS, type);
    }

    /** A call of a function that yields a bool. */
    static Expression call(String overload, Expression... arguments) {
        return new Call(Functions.of(overload), List.of(arguments), Type.BOOL);
    }

    /** Whether a value equals a constant. */
    static Expression equal(Expression value, Constant constant) {
        return new OneOf(value, List.of(constant));
    }

    /** Whether two values of one type are equal by a function that may fail. */
    static Expression same(Expression left, Expression right) {
        var function = Functions.find("equals", List.of(left.type(), right.type()));
        return new Call(function.orElseThrow(), List.of(left, right), Type.BOOL);
    }

    /** The size of a value, which the overload counts. */
    static Expression size(String overload, Expression value) {
        return new Call(Functions.of(overload), List.of(value), Type.INT);
    }

    /** Whether a number equals another one, signed. */
    static Expression isSize(Expression size, long wanted) {
        return equal(size, Constant.of(wanted));
    }

    /** Whether a number is at least another one, signed. */
    static Expression atLeast(Expression size, long least) {
        return compare("greater_equals", size, Constant.of(least));
    }

    /** Whether a number is at most another one, signed. */
    static Expression atMost(Expression size, long most) {
        return compare("less_equals", size, Constant.of(most));
    }

    /** A comparison, such as {@code less_equals}, of values of one type. */
    static Expression compare(String operator, Expression left, Expression right) {
        var suffix = switch (left.type().kind()) {
            case INT -> "int64";
            case UINT -> "uint64";
            default -> left.type().kind().name().toLowerCase(Locale.ROOT);
        };
        return call(operator + "_" + suffix, left, right);
    }

    static Expression not(Expression expression) {
        return new Not(expression);
    }
}

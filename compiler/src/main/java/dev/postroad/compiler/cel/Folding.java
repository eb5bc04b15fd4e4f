package dev.postroad.compiler.cel;

import dev.postroad.compiler.expression.Expression;
import dev.postroad.compiler.expression.Expression.Call;
import dev.postroad.compiler.expression.Expression.Constant;
import dev.postroad.compiler.expression.Expression.Listed;
import dev.postroad.contract.cel.EvaluationException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;

/** Computes what is constant. */
final class Folding {
    private Folding() {}

    /** The list of constants, if all elements are. */
    static Expression folded(Listed list) {
        return values(list.elements())
                .<Expression>map(values -> new Constant(list.type(), values))
                .orElse(list);
    }

    /** The result of a call of constants, unless it fails: that it does when it is evaluated. */
    static Expression folded(Call call) {
        return values(call.arguments())
                .flatMap(values -> result(call, values))
                .<Expression>map(result -> new Constant(call.type(), result))
                .orElse(call);
    }

    private static Optional<List<Object>> values(List<Expression> expressions) {
        return expressions.stream().allMatch(Constant.class::isInstance)
                ? Optional.of(expressions.stream()
                        .map(constant -> ((Constant) constant).value())
                        .toList())
                : Optional.empty();
    }

    /** Not a number stays a call: as a constant it would be equal to itself where a list is searched for it. */
    private static Optional<Object> result(Call call, List<Object> values) {
        try {
            var result = call.function().method().invoke(null, values.toArray());
            return result instanceof Double number && number.isNaN() ? Optional.empty() : Optional.of(result);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof EvaluationException) {
                return Optional.empty();
            }
            throw new IllegalStateException(call.function() + " fails other than it may", e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(call.function() + " is not public", e);
        }
    }
}

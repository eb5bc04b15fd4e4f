package dev.postroad.compiler.cel;

import dev.postroad.compiler.expression.Expression;
import dev.postroad.compiler.expression.Expression.And;
import dev.postroad.compiler.expression.Expression.Call;
import dev.postroad.compiler.expression.Expression.Choice;
import dev.postroad.compiler.expression.Expression.Constant;
import dev.postroad.compiler.expression.Expression.Listed;
import dev.postroad.compiler.expression.Expression.Or;
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

    /** What is left of a conjunction, of which a side may be known. */
    static Expression folded(And and) {
        return known(and.left())
                .map(isLeft -> isLeft ? and.right() : and.left())
                .or(() -> known(and.right()).map(isRight -> isRight ? and.left() : and.right()))
                .orElse(and);
    }

    /** What is left of a disjunction, of which a side may be known. */
    static Expression folded(Or or) {
        return known(or.left())
                .map(isLeft -> isLeft ? or.left() : or.right())
                .or(() -> known(or.right()).map(isRight -> isRight ? or.right() : or.left()))
                .orElse(or);
    }

    /** The side that is chosen, if that is known. */
    static Expression folded(Choice choice) {
        return known(choice.condition())
                .map(isSo -> isSo ? choice.then() : choice.otherwise())
                .orElse(choice);
    }

    private static Optional<Boolean> known(Expression bool) {
        return bool instanceof Constant constant ? Optional.of((Boolean) constant.value()) : Optional.empty();
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

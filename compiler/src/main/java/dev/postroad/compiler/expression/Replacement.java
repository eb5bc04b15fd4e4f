package dev.postroad.compiler.expression;

import dev.postroad.compiler.expression.Expression.And;
import dev.postroad.compiler.expression.Expression.Call;
import dev.postroad.compiler.expression.Expression.Choice;
import dev.postroad.compiler.expression.Expression.Collected;
import dev.postroad.compiler.expression.Expression.Has;
import dev.postroad.compiler.expression.Expression.Listed;
import dev.postroad.compiler.expression.Expression.Not;
import dev.postroad.compiler.expression.Expression.OneOf;
import dev.postroad.compiler.expression.Expression.Or;
import dev.postroad.compiler.expression.Expression.Quantified;
import dev.postroad.compiler.expression.Expression.Recognized;
import dev.postroad.compiler.expression.Expression.Select;
import dev.postroad.compiler.expression.Expression.Unwrapped;

/**
 * Puts an expression of the same type into the place of a variable.
 *
 * @param variable what is replaced
 * @param replacement what takes its place
 */
public record Replacement(Expression.Variable variable, Expression replacement) {
    /** The expression with the replacement in each place of the variable. */
    public Expression in(Expression expression) {
        if (expression.equals(variable)) {
            return replacement;
        }
        if (expression instanceof Select select) {
            return new Select(in(select.message()), select.field());
        }
        if (expression instanceof Has has) {
            return new Has(in(has.message()), has.field());
        }
        if (expression instanceof Unwrapped unwrapped) {
            return new Unwrapped(in(unwrapped.message()), unwrapped.field());
        }
        if (expression instanceof Call call) {
            return new Call(
                    call.function(), call.arguments().stream().map(this::in).toList(), call.type());
        }
        if (expression instanceof Listed listed) {
            return new Listed(listed.elements().stream().map(this::in).toList(), listed.type());
        }
        if (expression instanceof Recognized recognized) {
            return new Recognized(recognized.recognizer(), in(recognized.text()));
        }
        if (expression instanceof OneOf oneOf) {
            return new OneOf(in(oneOf.value()), oneOf.constants());
        }
        return inLogic(expression);
    }

    private Expression inLogic(Expression expression) {
        if (expression instanceof Not not) {
            return new Not(in(not.operand()));
        }
        if (expression instanceof And and) {
            return new And(in(and.left()), in(and.right()));
        }
        if (expression instanceof Or or) {
            return new Or(in(or.left()), in(or.right()));
        }
        if (expression instanceof Choice choice) {
            return new Choice(in(choice.condition()), in(choice.then()), in(choice.otherwise()));
        }
        if (expression instanceof Quantified quantified) {
            return new Quantified(
                    quantified.quantifier(), quantified.variable(), in(quantified.range()), in(quantified.condition()));
        }
        if (expression instanceof Collected collected) {
            return new Collected(
                    collected.variable(),
                    in(collected.range()),
                    collected.condition().map(this::in),
                    in(collected.element()));
        }
        return expression;
    }
}

package dev.postroad.compiler.source;

import dev.postroad.compiler.expression.Expression;
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
import dev.postroad.compiler.expression.Expression.Variable;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The variables that an expression has from outside, in the order of their first use. */
final class FreeVariables {
    private final Set<Variable> found = new LinkedHashSet<>();

    private FreeVariables() {}

    static List<Variable> of(Expression... expressions) {
        var variables = new FreeVariables();
        Arrays.stream(expressions).forEach(variables::visit);
        return List.copyOf(variables.found);
    }

    private void visit(Expression expression) {
        if (expression instanceof Variable variable) {
            found.add(variable);
        } else if (expression instanceof Select select) {
            visit(select.message());
        } else if (expression instanceof Has has) {
            visit(has.message());
        } else if (expression instanceof Unwrapped unwrapped) {
            visit(unwrapped.message());
        } else if (expression instanceof Call call) {
            call.arguments().forEach(this::visit);
        } else if (expression instanceof Not not) {
            visit(not.operand());
        } else if (expression instanceof And and) {
            visit(and.left());
            visit(and.right());
        } else if (expression instanceof Or or) {
            visit(or.left());
            visit(or.right());
        } else if (expression instanceof Choice choice) {
            visit(choice.condition());
            visit(choice.then());
            visit(choice.otherwise());
        } else if (expression instanceof Listed listed) {
            listed.elements().forEach(this::visit);
        } else if (expression instanceof Recognized recognized) {
            visit(recognized.text());
        } else if (expression instanceof OneOf oneOf) {
            visit(oneOf.value());
        } else {
            visitLoop(expression);
        }
    }

    private void visitLoop(Expression expression) {
        if (expression instanceof Quantified quantified) {
            visit(quantified.range());
            within(quantified.variable(), quantified.condition());
        } else if (expression instanceof Collected collected) {
            visit(collected.range());
            within(collected.variable(), collected.element());
            collected.condition().ifPresent(condition -> within(collected.variable(), condition));
        }
    }

    /** Names are unique within a rule, so that nothing outside has the name of a loop's variable. */
    private void within(Variable variable, Expression expression) {
        visit(expression);
        found.remove(variable);
    }
}

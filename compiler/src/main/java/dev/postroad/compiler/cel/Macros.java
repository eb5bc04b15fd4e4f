package dev.postroad.compiler.cel;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.postroad.compiler.expression.Expression;
import dev.postroad.compiler.expression.Expression.Collected;
import dev.postroad.compiler.expression.Expression.Quantified;
import dev.postroad.compiler.expression.Expression.Quantified.Quantifier;
import dev.postroad.compiler.expression.Expression.Variable;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * Reads macros, which the parser has expanded: {@code all} starts with true and steps with and, {@code exists} starts
 * with false and steps with or, {@code exists_one} counts, {@code map} and {@code filter} add to a list. Other
 * comprehensions cannot be written.
 */
final class Macros {
    private final TreeReader reader;
    private final Set<String> taken = new HashSet<>(Set.of(Variable.THIS, Variable.NOW));

    Macros(TreeReader reader) {
        this.reader = reader;
    }

    Expression read(CelExpr part, Scope scope) {
        var macro = part.comprehension();
        var range = reader.read(macro.iterRange(), scope);
        var variable = new Variable(name(macro.iterVar()), range.type().element());
        var inside = scope.with(macro.iterVar(), variable);
        if (macro.accuInit().getKind() == Kind.LIST) {
            return collected(macro, variable, range, inside);
        }
        return switch (macro.loopStep().call().function()) {
            case "_&&_" -> quantified(Quantifier.ALL, variable, range, argument(macro.loopStep(), 1), inside);
            case "_||_" -> quantified(Quantifier.EXISTS, variable, range, argument(macro.loopStep(), 1), inside);
            default -> quantified(Quantifier.EXISTS_ONE, variable, range, argument(macro.loopStep(), 0), inside);
        };
    }

    private Expression quantified(
            Quantifier quantifier, Variable variable, Expression range, CelExpr condition, Scope scope) {
        return new Quantified(quantifier, variable, range, reader.read(condition, scope));
    }

    private Expression collected(CelComprehension macro, Variable variable, Expression range, Scope scope) {
        var step = macro.loopStep();
        var isConditional = step.call().function().equals("_?_:_");
        var condition =
                isConditional ? Optional.of(reader.read(argument(step, 0), scope)) : Optional.<Expression>empty();
        var addition = isConditional ? argument(step, 1) : step;
        var element = argument(addition, 1).list().elements().get(0);
        if (Types.isNullable(reader.celType(element)) && element.getKind() != Kind.IDENT) {
            throw reader.nullElement(element);
        }
        return new Collected(variable, range, condition, reader.readElement(element, scope));
    }

    private static CelExpr argument(CelExpr call, int index) {
        return call.call().args().get(index);
    }

    /** The name, or if Java or another variable has it, one like it. */
    private String name(String wanted) {
        var name = wanted;
        for (var i = 2; SourceVersion.isKeyword(name) || !taken.add(name); i++) {
            name = wanted + i;
        }
        return name;
    }
}

package dev.postroad.compiler.cel;

import dev.cel.common.ast.CelExpr;
import dev.postroad.compiler.expression.Expression;
import dev.postroad.compiler.expression.Expression.And;
import dev.postroad.compiler.expression.Expression.Call;
import dev.postroad.compiler.expression.Expression.Choice;
import dev.postroad.compiler.expression.Expression.Constant;
import dev.postroad.compiler.expression.Expression.Not;
import dev.postroad.compiler.expression.Expression.OneOf;
import dev.postroad.compiler.expression.Expression.Variable;
import dev.postroad.compiler.expression.Functions;
import dev.postroad.compiler.expression.Kind;
import dev.postroad.compiler.expression.Type;
import java.util.List;

/**
 * Reads {@code ==} and {@code in}. An unset field of a wrapper message is null, which equals null alone; a message is
 * never null, even if its field is unset.
 */
final class Comparisons {
    private final TreeReader reader;

    Comparisons(TreeReader reader) {
        this.reader = reader;
    }

    Expression equality(CelExpr part, List<CelExpr> sides, Scope scope) {
        var left = sides.get(0);
        var right = sides.get(1);
        if (TreeReader.isNull(left) && TreeReader.isNull(right)) {
            return Constant.of(true);
        }
        if (TreeReader.isNull(left) || TreeReader.isNull(right)) {
            return isNull(part, reader.read(TreeReader.isNull(left) ? right : left, scope));
        }
        return equality(part, side(left, scope), side(right, scope));
    }

    private Expression isNull(CelExpr part, Expression value) {
        if (Selections.isNullable(value)) {
            return new Not(set(value));
        }
        requireSuccess(part, value);
        return Constant.of(false);
    }

    private Expression side(CelExpr part, Scope scope) {
        var side = reader.read(part, scope);
        if (isMessage(side.type())) {
            throw reader.uncompilable(part, "messages are compared");
        }
        if (side instanceof Choice && Selections.mayBeNull(side)) {
            throw reader.uncompilable(part, "a choice that may be null is compared");
        }
        return side;
    }

    private static boolean isMessage(Type type) {
        return type.kind() == Kind.MESSAGE || type.parameters().stream().anyMatch(Comparisons::isMessage);
    }

    private Expression equality(CelExpr part, Expression left, Expression right) {
        if (Selections.isNullable(left) && Selections.isNullable(right)) {
            var rightSet = set(right);
            return new Choice(
                    set(left),
                    new And(rightSet, equal(part, Selections.present(left), Selections.present(right))),
                    new Not(rightSet));
        }
        if (Selections.isNullable(left)) {
            requireSuccess(part, right);
            return new And(set(left), equal(part, Selections.present(left), right));
        }
        if (Selections.isNullable(right)) {
            return equality(part, right, left);
        }
        return equal(part, left, right);
    }

    private static Expression set(Expression nullable) {
        var unwrapped = Selections.unwrapped(nullable);
        return Selections.presence(unwrapped.message(), unwrapped.field());
    }

    /** dev.cel takes a value for equal to itself, even if it is not a number. */
    private Expression equal(CelExpr part, Expression left, Expression right) {
        if (left instanceof Variable && left.equals(right)) {
            return Constant.of(true);
        }
        requireOneType(part, left.type(), right.type());
        return Folding.folded(call(part, "equals", left, right));
    }

    private Call call(CelExpr part, String overload, Expression left, Expression right) {
        var types = List.of(left.type(), right.type());
        return new Call(
                Functions.find(overload, types)
                        .orElseThrow(() -> reader.uncompilable(part, overload + " has no function for these types")),
                List.of(left, right),
                Type.BOOL);
    }

    Expression membership(CelExpr part, List<CelExpr> sides, Scope scope) {
        var value = side(sides.get(0), scope);
        var container = side(sides.get(1), scope);
        if (!Selections.isNullable(value)) {
            return membership(part, value, container);
        }
        requireSuccess(part, container);
        return new And(set(value), membership(part, Selections.present(value), container));
    }

    private Expression membership(CelExpr part, Expression value, Expression container) {
        requireOneType(part, value.type(), container.type().element());
        if (container.type().kind() == Kind.MAP) {
            return call(part, "in_map", value, container);
        }
        if (container instanceof Constant list
                && list.type().element().parameters().isEmpty()) {
            var element = list.type().element();
            return new OneOf(
                    value,
                    ((List<?>) list.value())
                            .stream().map(each -> new Constant(element, each)).toList());
        }
        return call(part, "in_list", value, container);
    }

    private void requireOneType(CelExpr part, Type left, Type right) {
        if (!left.equals(right)) {
            throw reader.uncompilable(part, "values of two types are compared");
        }
    }

    private void requireSuccess(CelExpr part, Expression other) {
        if (other.mayFail()) {
            throw reader.uncompilable(part, "what may be null is compared with what may fail");
        }
    }
}

package dev.postroad.compiler.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.postroad.compiler.cel.CelSite.OfPredefined;
import dev.postroad.compiler.expression.Expression;
import dev.postroad.compiler.expression.Expression.Variable;
import dev.postroad.compiler.expression.Type;
import java.util.Optional;

/** Reads a checked tree. For one expression. */
final class TreeReader {
    private final CelAbstractSyntaxTree tree;
    private final CelSite site;
    private final Literals literals;
    private final Selections selections;
    private final Calls calls;
    private final Macros macros;

    TreeReader(CelAbstractSyntaxTree tree, CelSite site) {
        this.tree = tree;
        this.site = site;
        this.literals = new Literals(this);
        this.selections = new Selections(this);
        this.calls = new Calls(this);
        this.macros = new Macros(this);
    }

    Expression read() {
        return read(tree.getExpr(), Scope.EMPTY);
    }

    /** Reads a part of which the value is needed. */
    Expression read(CelExpr part, Scope scope) {
        var expression = readAsWhole(part, scope);
        if (UnsignedContainers.isMisread(expression, site)) {
            throw uncompilable(part, "a list or map with uints is not read as uints by dev.cel");
        }
        return expression;
    }

    /** Reads an element of a list, which is never null. */
    Expression readElement(CelExpr part, Scope scope) {
        var element = read(part, scope);
        if (Selections.mayBeNull(element)) {
            throw nullElement(part);
        }
        return element;
    }

    UncompilableException nullElement(CelExpr part) {
        return uncompilable(part, "an element of a list may be null");
    }

    /** Reads a part; if it is a list or a map, what is in it is not asked for. */
    Expression readAsWhole(CelExpr part, Scope scope) {
        var constant = reference(part).value();
        if (constant.isPresent()) {
            return literals.of(part, constant.get());
        }
        return switch (part.getKind()) {
            case CONSTANT -> literals.of(part, part.constant());
            case IDENT -> selections.usable(part, named(part, scope));
            case SELECT -> selections.read(part, scope);
            case CALL -> calls.read(part, scope);
            case LIST -> literals.list(part, scope);
            case MAP -> literals.map(part, scope);
            case COMPREHENSION -> macros.read(part, scope);
            case STRUCT -> throw uncompilable(part, "a message is made");
            case NOT_SET -> throw uncompilable(part, "nothing stands there");
        };
    }

    private Expression named(CelExpr part, Scope scope) {
        var name = part.ident().name();
        var variable = scope.find(name);
        if (variable.isPresent()) {
            return variable.get();
        }
        return switch (name) {
            case Variable.THIS -> selections.subject(site);
            case Variable.NOW -> new Variable(Variable.NOW, Type.TIMESTAMP);
            case OfPredefined.RULE -> rule(part);
            case OfPredefined.RULES -> throw uncompilable(part, "the rules are used as a whole");
            default -> throw uncompilable(part, "%s is a type".formatted(name));
        };
    }

    private Expression rule(CelExpr part) {
        return ruleConstants()
                .rule()
                .orElseThrow(() -> uncompilable(part, "the rule's value is a message, or not a number"));
    }

    private RuleConstants ruleConstants() {
        return new RuleConstants((OfPredefined) site);
    }

    /** The rules that a predefined one stands among, if a part names them. */
    Optional<RuleConstants> rules(CelExpr part, Scope scope) {
        return part.getKind() == CelExpr.ExprKind.Kind.IDENT
                        && site instanceof OfPredefined
                        && part.ident().name().equals(OfPredefined.RULES)
                        && scope.find(OfPredefined.RULES).isEmpty()
                ? Optional.of(ruleConstants())
                : Optional.empty();
    }

    /** A value as CEL sees it; see {@link Selections}. */
    Expression usable(CelExpr part, Expression expression) {
        return selections.usable(part, expression);
    }

    CelReference reference(CelExpr part) {
        return tree.getReference(part.id())
                .orElseGet(() -> CelReference.newBuilder().setName("").build());
    }

    CelType celType(CelExpr part) {
        return tree.getTypeOrThrow(part.id());
    }

    /** The type of a part that holds no message. */
    Type type(CelExpr part) {
        return Types.of(celType(part))
                .orElseThrow(() ->
                        uncompilable(part, "%s is no type for compiled rules".formatted(Types.name(celType(part)))));
    }

    static boolean isNull(CelExpr part) {
        return part.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && part.constant().getKind() == CelConstant.Kind.NULL_VALUE;
    }

    UncompilableException uncompilable(CelExpr part, String reason) {
        var offset = tree.getSource().getPositionsMap().getOrDefault(part.id(), 0);
        return tree.getSource()
                .getOffsetLocation(offset)
                .map(place -> new UncompilableException(
                        "%d:%d: %s".formatted(place.getLine(), place.getColumn() + 1, reason)))
                .orElseGet(() -> new UncompilableException(reason));
    }
}

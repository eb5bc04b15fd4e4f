package dev.postroad.compiler.cel;

import dev.cel.common.ast.CelExpr;
import dev.postroad.compiler.expression.Expression;
import dev.postroad.compiler.expression.Expression.And;
import dev.postroad.compiler.expression.Expression.Call;
import dev.postroad.compiler.expression.Expression.Choice;
import dev.postroad.compiler.expression.Expression.Constant;
import dev.postroad.compiler.expression.Expression.Not;
import dev.postroad.compiler.expression.Expression.Or;
import dev.postroad.compiler.expression.Expression.Recognized;
import dev.postroad.compiler.expression.Functions;
import dev.postroad.compiler.expression.Type;
import dev.postroad.compiler.pattern.CompiledPattern;
import dev.postroad.compiler.pattern.Patterns;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads operators and functions. */
final class Calls {
    /** Functions for which it does not matter how the elements of a list or map are read. */
    private static final Set<String> OF_WHOLES =
            Set.of("size_list", "list_size", "size_map", "map_size", "unique_list_uint");

    private static final String FORMAT = "format_list_dyn";
    private static final Set<String> PATTERNS = Set.of("matches", "matches_string");

    private final TreeReader reader;
    private final Comparisons comparisons;

    Calls(TreeReader reader) {
        this.reader = reader;
        this.comparisons = new Comparisons(reader);
    }

    Expression read(CelExpr part, Scope scope) {
        var call = part.call();
        var arguments = new ArrayList<CelExpr>();
        call.target().ifPresent(arguments::add);
        arguments.addAll(call.args());
        return switch (call.function()) {
            case "_&&_" ->
                Folding.folded(new And(reader.read(arguments.get(0), scope), reader.read(arguments.get(1), scope)));
            case "_||_" ->
                Folding.folded(new Or(reader.read(arguments.get(0), scope), reader.read(arguments.get(1), scope)));
            case "!_" -> negated(reader.read(arguments.get(0), scope));
            case "_?_:_" -> choice(part, arguments, scope);
            case "_==_" -> comparisons.equality(part, arguments, scope);
            case "_!=_" -> negated(comparisons.equality(part, arguments, scope));
            case "@in" -> comparisons.membership(part, arguments, scope);
            default -> call(part, arguments, scope);
        };
    }

    private static Expression negated(Expression expression) {
        if (expression instanceof Not not) {
            return not.operand();
        }
        if (expression instanceof Constant constant) {
            return Constant.of(!(Boolean) constant.value());
        }
        return expression instanceof Call call ? negated(call) : new Not(expression);
    }

    private static Expression negated(Call call) {
        var types = call.arguments().stream().map(Expression::type).toList();
        return Functions.find("equals", types).filter(call.function()::equals).isPresent()
                ? new Call(Functions.find("not_equals", types).orElseThrow(), call.arguments(), Type.BOOL)
                : new Not(call);
    }

    private Expression choice(CelExpr part, List<CelExpr> arguments, Scope scope) {
        var choice = new Choice(
                reader.read(arguments.get(0), scope),
                reader.read(arguments.get(1), scope),
                reader.read(arguments.get(2), scope));
        if (!choice.then().type().equals(choice.otherwise().type())) {
            throw reader.uncompilable(part, "the two sides of a choice differ in type");
        }
        return Folding.folded(choice);
    }

    private Expression call(CelExpr part, List<CelExpr> parts, Scope scope) {
        var overloads = reader.reference(part).overloadIds();
        if (overloads.size() != 1) {
            throw reader.uncompilable(
                    part,
                    "%s is called with a value that has no type before it is read"
                            .formatted(part.call().function()));
        }
        var overload = overloads.get(0);
        if (overload.equals(FORMAT)) {
            return Format.read(reader, part, reader.read(parts.get(0), scope), parts.get(1), scope);
        }
        var arguments = new ArrayList<Expression>();
        for (var argument : parts) {
            arguments.add(
                    OF_WHOLES.contains(overload) ? reader.readAsWhole(argument, scope) : reader.read(argument, scope));
        }
        if (PATTERNS.contains(overload)) {
            return recognized(part, arguments.get(0), arguments.get(1));
        }
        var function = Functions.find(
                        overload, arguments.stream().map(Expression::type).toList())
                .orElseThrow(() -> reader.uncompilable(
                        part,
                        "%s (%s) has no function for compiled rules"
                                .formatted(part.call().function(), overload)));
        return reader.usable(part, Folding.folded(new Call(function, arguments, type(part, overload, arguments))));
    }

    private Expression recognized(CelExpr part, Expression text, Expression pattern) {
        if (!(pattern instanceof Constant constant)) {
            throw reader.uncompilable(part, "the pattern is not constant");
        }
        var compiled = Patterns.finding((String) constant.value());
        if (compiled instanceof CompiledPattern.NotCompiled not) {
            throw reader.uncompilable(
                    part, "pattern '%s' is not compiled: %s".formatted(constant.value(), not.reason()));
        }
        return new Recognized(((CompiledPattern.Compiled) compiled).recognizer(), text);
    }

    private Type type(CelExpr part, String overload, List<Expression> arguments) {
        return switch (overload) {
            case "add_list" -> arguments.get(0).type();
            case "index_list" -> arguments.get(0).type().element();
            case "index_map" -> arguments.get(0).type().value();
            default -> reader.type(part);
        };
    }
}

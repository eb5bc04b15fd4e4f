package dev.postroad.compiler.cel;

import dev.cel.common.ast.CelExpr;
import dev.postroad.compiler.expression.Expression;
import dev.postroad.compiler.expression.Expression.Call;
import dev.postroad.compiler.expression.Expression.Constant;
import dev.postroad.compiler.expression.Functions;
import dev.postroad.compiler.expression.Kind;
import dev.postroad.compiler.expression.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a call of {@code format} with a constant text and a list that is written out, as a row of texts. */
final class Format {
    private static final Pattern CLAUSE =
            Pattern.compile("%(?:%|(?:\\.(?<precision>\\d{0,2}))?(?<letter>[bdefosxX])|)");
    private static final String DEFAULT_PRECISION = "6";

    private final TreeReader reader;
    private final CelExpr part;
    private final Deque<CelExpr> arguments = new ArrayDeque<>();
    private Expression text = Constant.of("");

    private Format(TreeReader reader, CelExpr part, List<CelExpr> arguments) {
        this.reader = reader;
        this.part = part;
        this.arguments.addAll(arguments);
    }

    static Expression read(TreeReader reader, CelExpr part, Expression format, CelExpr list, Scope scope) {
        if (!(format instanceof Constant constant) || list.getKind() != CelExpr.ExprKind.Kind.LIST) {
            throw reader.uncompilable(part, "format is read only with a constant text and a list that is written out");
        }
        return new Format(reader, part, list.list().elements()).read((String) constant.value(), scope);
    }

    private Expression read(String format, Scope scope) {
        var clause = CLAUSE.matcher(format);
        var place = 0;
        while (clause.find()) {
            append(Constant.of(format.substring(place, clause.start())));
            place = clause.end();
            append(
                    clause.group().equals("%%")
                            ? Constant.of("%")
                            : formatted(clause.group("letter"), clause.group("precision"), scope));
        }
        append(Constant.of(format.substring(place)));
        arguments.forEach(left -> requireSuccess(left, reader.read(left, scope)));
        return text;
    }

    private void append(Expression more) {
        if (!more.equals(Constant.of(""))) {
            text = text.equals(Constant.of("")) ? more : call("add_string", text, more);
        }
    }

    private Expression formatted(@Nullable String letter, @Nullable String precision, Scope scope) {
        var argument = arguments.poll();
        if (letter == null || argument == null) {
            throw reader.uncompilable(part, "the clauses of the format are not those of its list");
        }
        var value = reader.read(argument, scope);
        if (Selections.mayBeNull(value) || holdsUnknown(value.type())) {
            throw reader.uncompilable(argument, "a value is formatted that may be null, or holds uints or messages");
        }
        var digits = precision == null ? DEFAULT_PRECISION : precision.isEmpty() ? "0" : precision;
        return switch (letter) {
            case "s" -> text(value);
            case "d" -> call("postroad_format_d", decimal(value));
            case "X" -> call("string_upper_ascii", call("postroad_format_x", value));
            case "e", "f" -> call("postroad_format_" + letter, value, Constant.of(Long.parseLong(digits)));
            default -> call("postroad_format_" + letter, value);
        };
    }

    /** A uint is formatted as the double next to it. */
    private static Expression decimal(Expression value) {
        return value.type().kind() == Kind.UINT
                ? Folding.folded(new Call(Functions.of("uint64_to_double"), List.of(value), Type.DOUBLE))
                : value;
    }

    /** Whether a list or map has values that cannot be told from others once they are boxed. */
    private static boolean holdsUnknown(Type type) {
        return type.parameters().stream()
                .anyMatch(each -> each.kind() == Kind.UINT || each.kind() == Kind.MESSAGE || holdsUnknown(each));
    }

    private Expression text(Expression value) {
        return switch (value.type().kind()) {
            case STRING -> value;
            case BOOL -> call("bool_to_string", value);
            case INT -> call("int64_to_string", value);
            case UINT -> call("uint64_to_string", value);
            default -> call("postroad_format_s", value);
        };
    }

    private Expression call(String overload, Expression... values) {
        var function = Functions.find(
                        overload, List.of(values).stream().map(Expression::type).toList())
                .orElseThrow(() -> reader.uncompilable(part, "a clause of the format is not for values of its type"));
        return Folding.folded(new Call(function, List.of(values), Type.STRING));
    }

    private void requireSuccess(CelExpr argument, Expression value) {
        if (value.mayFail()) {
            throw reader.uncompilable(argument, "a value that has no clause may fail");
        }
    }
}

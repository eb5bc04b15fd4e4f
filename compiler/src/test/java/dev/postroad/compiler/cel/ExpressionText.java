package dev.postroad.compiler.cel;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import dev.postroad.compiler.expression.Expression;
import dev.postroad.compiler.expression.Expression.And;
import dev.postroad.compiler.expression.Expression.Call;
import dev.postroad.compiler.expression.Expression.Choice;
import dev.postroad.compiler.expression.Expression.Collected;
import dev.postroad.compiler.expression.Expression.Constant;
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
import dev.postroad.compiler.expression.Kind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An expression in one line. */
final class ExpressionText {
    private ExpressionText() {}

    static String of(Expression expression) {
        if (expression instanceof Constant constant) {
            return constant(constant.value()) + (constant.type().kind() == Kind.UINT ? "u" : "");
        }
        if (expression instanceof Variable variable) {
            return variable.name();
        }
        if (expression instanceof Select select) {
            return of(select.message()) + "." + select.field().getName();
        }
        if (expression instanceof Has has) {
            return "has(%s.%s)".formatted(of(has.message()), has.field().getName());
        }
        if (expression instanceof Unwrapped unwrapped) {
            return "unwrapped(%s.%s)"
                    .formatted(of(unwrapped.message()), unwrapped.field().getName());
        }
        if (expression instanceof Call call) {
            return call.function() + list("(", call.arguments(), ")");
        }
        if (expression instanceof Listed listed) {
            return list("[", listed.elements(), "]");
        }
        return logic(expression);
    }

    private static String logic(Expression expression) {
        if (expression instanceof Not not) {
            return "not(%s)".formatted(of(not.operand()));
        }
        if (expression instanceof And and) {
            return "(%s and %s)".formatted(of(and.left()), of(and.right()));
        }
        if (expression instanceof Or or) {
            return "(%s or %s)".formatted(of(or.left()), of(or.right()));
        }
        if (expression instanceof Choice choice) {
            return "(if %s then %s else %s)"
                    .formatted(of(choice.condition()), of(choice.then()), of(choice.otherwise()));
        }
        if (expression instanceof OneOf oneOf) {
            return of(oneOf.value()) + " in " + list("{", oneOf.constants(), "}");
        }
        if (expression instanceof Quantified quantified) {
            return "%s(%s in %s: %s)"
                    .formatted(
                            quantified.quantifier().name().toLowerCase(Locale.ROOT),
                            quantified.variable().name(),
                            of(quantified.range()),
                            of(quantified.condition()));
        }
        if (expression instanceof Collected collected) {
            return "[%s: %s in %s%s]"
                    .formatted(
                            of(collected.element()),
                            collected.variable().name(),
                            of(collected.range()),
                            collected
                                    .condition()
                                    .map(condition -> " if " + of(condition))
                                    .orElse(""));
        }
        return "recognized(%s)".formatted(of(((Recognized) expression).text()));
    }

    private static String list(String start, List<? extends Expression> expressions, String end) {
        return expressions.stream().map(ExpressionText::of).collect(Collectors.joining(", ", start, end));
    }

    private static String constant(Object value) {
        if (value instanceof String text) {
            return '"' + text + '"';
        }
        if (value instanceof Timestamp time) {
            return Timestamps.toString(time);
        }
        if (value instanceof Duration duration) {
            return Durations.toString(duration);
        }
        return value instanceof ByteString bytes ? "b" + constant(bytes.toStringUtf8()) : value.toString();
    }
}

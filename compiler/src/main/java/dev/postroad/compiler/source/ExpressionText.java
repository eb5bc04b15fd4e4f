package dev.postroad.compiler.source;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
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
import dev.postroad.compiler.expression.Function;
import dev.postroad.compiler.expression.Functions;
import dev.postroad.compiler.expression.Type;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes expressions as Java; what takes statements becomes a method of the class. */
final class ExpressionText {
    private static final Function LIST_SIZE = Functions.of("size_list");
    private static final Function MAP_SIZE = Functions.of("size_map");

    private final ClassText members;
    private final Reads reads;
    private final Loops loops;
    private final Choices choices;

    ExpressionText(ClassText members, Reads reads) {
        this.members = members;
        this.reads = reads;
        this.loops = new Loops(members, reads, this);
        this.choices = new Choices(members, this);
    }

    /** The Java name of a variable. */
    static String name(Variable variable) {
        return switch (variable.name()) {
            case Variable.THIS -> "self";
            case Variable.NOW -> "now";
            default -> variable.name() + "_";
        };
    }

    /** Parameters for variables, such as {@code long self, String x_}. */
    static String parameters(List<Variable> variables) {
        return variables.stream()
                .map(variable -> JavaTypes.of(variable.type()) + " " + name(variable))
                .collect(Collectors.joining(", "));
    }

    /** The same variables as arguments. */
    static String arguments(List<Variable> variables) {
        return variables.stream().map(ExpressionText::name).collect(Collectors.joining(", "));
    }

    /** A Java expression with the value of an expression, to be used as an operand of any operator. */
    String of(Expression expression) {
        if (expression instanceof Variable variable) {
            return name(variable);
        }
        if (expression instanceof Constant constant) {
            return constant(constant);
        }
        if (expression instanceof Not not) {
            return "!" + of(not.operand());
        }
        if (expression instanceof And and) {
            return junction(and.left(), and.right(), "&&");
        }
        if (expression instanceof Or or) {
            return junction(or.left(), or.right(), "||");
        }
        if (expression instanceof Choice choice) {
            return "(%s ? %s : %s)".formatted(of(choice.condition()), of(choice.then()), of(choice.otherwise()));
        }
        if (expression instanceof Call call) {
            return call(call);
        }
        if (expression instanceof Listed listed) {
            return list(listed.elements().stream()
                    .map(element -> boxed(of(element), element.type()))
                    .toList());
        }
        return ofOther(expression);
    }

    private String ofOther(Expression expression) {
        if (expression instanceof Select select) {
            return select(select);
        }
        if (expression instanceof Has has) {
            return "(%s)".formatted(reads.has(of(has.message()), has.field()));
        }
        if (expression instanceof Unwrapped unwrapped) {
            return loops.unwrapped(unwrapped);
        }
        if (expression instanceof Recognized recognized) {
            var table = members.constant(
                    "dev.postroad.contract.check.Recognizer",
                    "PATTERN_",
                    "dev.postroad.contract.check.Recognizer.decode(%s)"
                            .formatted(JavaText.of(recognized.recognizer().encoded())));
            return "%s.finds(%s)".formatted(table, of(recognized.text()));
        }
        if (expression instanceof OneOf oneOf) {
            return choices.of(oneOf);
        }
        if (expression instanceof Quantified quantified) {
            return loops.quantified(quantified);
        }
        return loops.collected((Collected) expression);
    }

    /** A failure of one side does not matter where the other side decides. */
    private String junction(Expression left, Expression right, String operator) {
        if (!left.mayFail()) {
            return "(%s %s %s)".formatted(of(left), operator, of(right));
        }
        if (!right.mayFail()) {
            return "(%s %s %s)".formatted(of(right), operator, of(left));
        }
        return loops.junction(left, right, operator);
    }

    private String select(Select select) {
        var message = of(select.message());
        var field = select.field();
        if (field.isMapField()) {
            return reads.map(message, field);
        }
        return field.isRepeated() ? reads.list(message, field) : primary(reads.one(message, field));
    }

    /** A cast binds less than a call of a method on it would. */
    private static String primary(String value) {
        return value.startsWith("(") ? "(" + value + ")" : value;
    }

    private String call(Call call) {
        var function = call.function();
        if (function.equals(LIST_SIZE) || function.equals(MAP_SIZE)) {
            if (call.arguments().get(0) instanceof Select select) {
                return "(long) " + reads.count(of(select.message()), select.field());
            }
        }
        var method = function.method();
        var text = "%s.%s(%s)"
                .formatted(
                        method.getDeclaringClass().getCanonicalName(),
                        method.getName(),
                        call.arguments().stream().map(this::of).collect(Collectors.joining(", ")));
        return method.getReturnType() == Object.class
                ? "((%s) %s)".formatted(JavaTypes.boxed(call.type()), text)
                : method.getReturnType() == int.class ? "(long) " + text : text;
    }

    /** A Java expression of a constant. */
    String constant(Constant constant) {
        var value = constant.value();
        return switch (constant.type().kind()) {
            case BOOL -> value.toString();
            case INT, UINT -> (Long) value == Long.MIN_VALUE ? "Long.MIN_VALUE" : value + "L";
            case DOUBLE -> real((Double) value);
            case STRING -> JavaText.of((String) value);
            case MESSAGE -> throw new IllegalArgumentException("there are no constants of messages");
            default -> object(constant.type(), value);
        };
    }

    private static String real(double value) {
        if (Double.isNaN(value)) {
            return "Double.NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
        }
        return value + "d";
    }

    private String object(Type type, Object value) {
        var written = switch (type.kind()) {
            case BYTES -> "com.google.protobuf.ByteString.fromHex(%s)".formatted(JavaText.of(hex((ByteString) value)));
            case TIMESTAMP -> time("Timestamp", ((Timestamp) value).getSeconds(), ((Timestamp) value).getNanos());
            case DURATION -> time("Duration", ((Duration) value).getSeconds(), ((Duration) value).getNanos());
            case LIST ->
                list(((List<?>) value)
                        .stream()
                                .map(element -> element(type.element(), element))
                                .toList());
            default ->
                "java.util.Map.ofEntries(%s)"
                        .formatted(((Map<?, ?>) value)
                                .entrySet().stream()
                                        .map(entry -> "java.util.Map.entry(%s, %s)"
                                                .formatted(
                                                        element(type.element(), entry.getKey()),
                                                        element(type.value(), entry.getValue())))
                                        .sorted()
                                        .collect(Collectors.joining(", ")));
        };
        return members.constant(JavaTypes.of(type), "VALUE_", written);
    }

    private String element(Type type, Object value) {
        return boxed(constant(new Constant(type, value)), type);
    }

    private static String boxed(String value, Type type) {
        return switch (type.kind()) {
            case INT, UINT -> "(Long) (long) (" + value + ")";
            default -> value;
        };
    }

    private static String list(List<String> elements) {
        return "java.util.List.of(%s)".formatted(String.join(", ", elements));
    }

    private static String time(String type, long seconds, int nanos) {
        return "com.google.protobuf.%s.newBuilder().setSeconds(%dL).setNanos(%d).build()"
                .formatted(type, seconds, nanos);
    }

    private static String hex(ByteString bytes) {
        return java.util.HexFormat.of().formatHex(bytes.toByteArray());
    }
}

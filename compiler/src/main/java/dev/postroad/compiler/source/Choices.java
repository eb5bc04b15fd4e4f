package dev.postroad.compiler.source;

import dev.postroad.compiler.expression.Expression.Constant;
import dev.postroad.compiler.expression.Expression.OneOf;
import dev.postroad.compiler.expression.Expression.Variable;
import dev.postroad.compiler.expression.Kind;
import dev.postroad.compiler.expression.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the question whether a value is one of some constants. */
final class Choices {
    /** From here on a switch is used, which takes the same time for any number of cases. */
    private static final int MANY = 5;
    /** The most constants of one method, which has at most 65,535 bytes. */
    private static final int MOST = 500;

    private final ClassText members;
    private final ExpressionText expressions;

    Choices(ClassText members, ExpressionText expressions) {
        this.members = members;
        this.expressions = expressions;
    }

    String of(OneOf oneOf) {
        var constants = oneOf.constants().stream().distinct().toList();
        var type = oneOf.value().type();
        if (constants.isEmpty()) {
            return "false";
        }
        if (constants.size() == 1 && oneOf.value() instanceof Variable variable) {
            return "(%s)".formatted(equal(ExpressionText.name(variable), constants.get(0)));
        }
        var methods = new ArrayList<String>();
        for (var from = 0; from < constants.size(); from += MOST) {
            methods.add(method(type, constants.subList(from, Math.min(constants.size(), from + MOST))));
        }
        var value = expressions.of(oneOf.value());
        var calls = methods.stream()
                .map(method -> "%s(%s)".formatted(method, value))
                .toList();
        return calls.size() == 1 ? calls.get(0) : "(%s)".formatted(String.join(" || ", calls));
    }

    private String method(Type type, List<Constant> constants) {
        var name = members.unique("isOneOf");
        var body = constants.size() >= MANY && isSwitchable(type, constants)
                ? cases(type, constants)
                : "        return %s;\n"
                        .formatted(constants.stream()
                                .map(constant -> equal("value", constant))
                                .collect(Collectors.joining("\n                || ")));
        members.method("boolean %s(%s value)".formatted(name, JavaTypes.of(type)), body);
        return name;
    }

    private static boolean isSwitchable(Type type, List<Constant> constants) {
        return type.kind() == Kind.STRING
                || (type.kind() == Kind.INT || type.kind() == Kind.UINT)
                        && constants.stream()
                                .allMatch(constant -> (Long) constant.value() == ((Long) constant.value()).intValue());
    }

    private String cases(Type type, List<Constant> constants) {
        var isText = type.kind() == Kind.STRING;
        var labels = constants.stream()
                .map(constant -> isText
                        ? expressions.constant(constant)
                        : constant.value().toString())
                .collect(Collectors.joining(", "));
        return """
                %s        switch (%s) {
                            case %s:
                                return true;
                            default:
                                return false;
                        }
                """.formatted(
                        isText ? "" : "        if (value != (int) value) {\n            return false;\n        }\n",
                        isText ? "value" : "(int) value",
                        labels);
    }

    private String equal(String value, Constant constant) {
        var written = expressions.constant(constant);
        return switch (constant.type().kind()) {
            case BOOL, INT, UINT, DOUBLE -> value + " == " + written;
            case STRING -> constant.value().equals("") ? value + ".isEmpty()" : value + ".equals(" + written + ")";
            default -> value + ".equals(" + written + ")";
        };
    }
}

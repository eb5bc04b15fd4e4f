package dev.postroad.compiler.source;

import com.google.protobuf.GeneratorNames;
import dev.postroad.compiler.expression.Expression;
import dev.postroad.compiler.expression.Expression.Collected;
import dev.postroad.compiler.expression.Expression.Quantified;
import dev.postroad.compiler.expression.Expression.Select;
import dev.postroad.compiler.expression.Expression.Unwrapped;
import dev.postroad.compiler.expression.Expression.Variable;
import dev.postroad.compiler.expression.Kind;
import java.util.List;

/** Writes expressions that take statements: each becomes a method, and a call of it. */
final class Loops {
    private static final String FAILURE = "dev.postroad.contract.cel.EvaluationException";

    private final ClassText members;
    private final Reads reads;
    private final ExpressionText expressions;

    Loops(ClassText members, Reads reads, ExpressionText expressions) {
        this.members = members;
        this.reads = reads;
        this.expressions = expressions;
    }

    /** Both sides may fail; a failure of the first one waits for what the second one says. */
    String junction(Expression left, Expression right, String operator) {
        var isAnd = operator.equals("&&");
        return call("boolean", isAnd ? "both" : "either", FreeVariables.of(left, right), """
                        %1$s failure = null;
                        try {
                            if (%2$s%3$s) {
                                return %4$s;
                            }
                        } catch (%1$s e) {
                            failure = e;
                        }
                        if (%2$s%5$s) {
                            return %4$s;
                        }
                        if (failure != null) {
                            throw failure;
                        }
                        return %6$s;
                """.formatted(
                        FAILURE, isAnd ? "!" : "", expressions.of(left), !isAnd, expressions.of(right), isAnd));
    }

    String unwrapped(Unwrapped unwrapped) {
        var field = unwrapped.field();
        var message = expressions.of(unwrapped.message());
        var holder = unwrapped.message().type();
        var value = field.getMessageType().findFieldByNumber(1);
        var name = members.unique("inner");
        members.method(
                "%s %s(%s message)".formatted(JavaTypes.of(unwrapped.type()), name, JavaTypes.of(holder)),
                """
                        if (!%s) {
                            throw new %s("%s is null");
                        }
                        return %s;
                """.formatted(
                                reads.has("message", field),
                                FAILURE,
                                field.getName(),
                                reads.one(reads.one("message", field), value)));
        return "%s(%s)".formatted(name, message);
    }

    String quantified(Quantified quantified) {
        var condition = expressions.of(quantified.condition());
        var body = switch (quantified.quantifier()) {
            case ALL -> settled(quantified, "!" + condition, "false");
            case EXISTS -> settled(quantified, condition, "true");
            case EXISTS_ONE -> """
                                    var count = 0;
                            %s            count += %s ? 1 : 0;
                                    }
                                    return count == 1;
                            """.formatted(head(quantified.variable(), quantified.range()), condition);
        };
        return call("boolean", stem(quantified), FreeVariables.of(quantified), body);
    }

    private static String stem(Quantified quantified) {
        return switch (quantified.quantifier()) {
            case ALL -> "all";
            case EXISTS -> "any";
            case EXISTS_ONE -> "one";
        };
    }

    /** A loop that ends as soon as it is settled by an element; failures wait for that. */
    private String settled(Quantified quantified, String settles, String result) {
        var head = head(quantified.variable(), quantified.range());
        var other = result.equals("true") ? "false" : "true";
        if (!quantified.condition().mayFail()) {
            return """
                    %s            if (%s) {
                                    return %s;
                                }
                            }
                            return %s;
                    """.formatted(head, settles, result, other);
        }
        return """
                        %1$s failure = null;
                %2$s            try {
                                if (%3$s) {
                                    return %4$s;
                                }
                            } catch (%1$s e) {
                                failure = e;
                            }
                        }
                        if (failure != null) {
                            throw failure;
                        }
                        return %5$s;
                """.formatted(FAILURE, head, settles, result, other);
    }

    String collected(Collected collected) {
        var element = expressions.of(collected.element());
        var added = collected
                .condition()
                .map(condition -> "if (%s) {\n                list.add(%s);\n            }"
                        .formatted(expressions.of(condition), element))
                .orElse("list.add(%s);".formatted(element));
        return call("java.util.List<?>", "collect", FreeVariables.of(collected), """
                        var list = new java.util.ArrayList<%s>();
                %s            %s
                        }
                        return list;
                """.formatted(
                JavaTypes.boxed(collected.element().type()), head(collected.variable(), collected.range()), added));
    }

    /** The head of a loop over a list's elements or a map's keys, in which the variable has its value. */
    private String head(Variable variable, Expression range) {
        var type = JavaTypes.of(variable.type());
        var name = ExpressionText.name(variable);
        if (range instanceof Select select && !select.field().isMapField()) {
            var holder = expressions.of(select.message());
            return """
                            %s holder = %s;
                            for (var index = 0; index < %s; index++) {
                                %s %s = %s;
                    """.formatted(
                            GeneratorNames.getQualifiedClassName(select.field().getContainingType()),
                            holder,
                            reads.count("holder", select.field()),
                            type,
                            name,
                            reads.element("holder", select.field(), "index"));
        }
        var elements = range.type().kind() == Kind.MAP ? expressions.of(range) + ".keySet()" : expressions.of(range);
        return """
                        for (Object element : %s) {
                            %s %s = (%s) element;
                """.formatted(elements, type, name, JavaTypes.boxed(variable.type()));
    }

    private String call(String result, String stem, List<Variable> variables, String body) {
        var name = members.unique(stem);
        members.method("%s %s(%s)".formatted(result, name, ExpressionText.parameters(variables)), body);
        return "%s(%s)".formatted(name, ExpressionText.arguments(variables));
    }
}

package dev.postroad.compiler.source;

import dev.postroad.compiler.expression.Expression.Variable;
import dev.postroad.compiler.expression.Kind;
import dev.postroad.compiler.plan.Rule;
import java.util.HashMap;
import java.util.Map;

/** Writes rules: each is a method, that of the same rule of the same plan only once. */
final class Rules {
    private static final String NOW = "dev.postroad.contract.cel.Clock.now()";

    private final ClassText members;
    private final ExpressionText expressions;
    private final Map<Rule, String> calls = new HashMap<>();

    Rules(ClassText members, ExpressionText expressions) {
        this.members = members;
        this.expressions = expressions;
    }

    /** A Java expression that is true where the rule is kept by what is called {@code self}. */
    String isKept(Rule rule) {
        return isText(rule) ? call(rule) + ".isEmpty()" : call(rule);
    }

    /** Statements that add a violation if the rule is broken. */
    String explained(Rule rule, String indent) {
        var id = JavaText.of(rule.id());
        if (!isText(rule)) {
            return """
                    %1$sif (!%2$s) {
                    %1$s    violations.add(%3$s, %4$s);
                    %1$s}
                    """.formatted(indent, call(rule), id, JavaText.of(rule.sentence()));
        }
        var sentence = members.unique("sentence");
        return """
                %1$svar %2$s = %3$s;
                %1$sif (!%2$s.isEmpty()) {
                %1$s    violations.add(%4$s, %2$s);
                %1$s}
                """.formatted(indent, sentence, call(rule), id);
    }

    private static boolean isText(Rule rule) {
        return rule.verdict().type().kind() == Kind.STRING;
    }

    private String call(Rule rule) {
        return calls.computeIfAbsent(rule, this::written);
    }

    private String written(Rule rule) {
        var all = FreeVariables.of(rule.verdict());
        var parameters = all.stream()
                .filter(variable -> !variable.name().equals(Variable.NOW))
                .toList();
        var now = parameters.size() < all.size() ? "        var now = %s;\n".formatted(NOW) : "";
        var name = members.unique("rule");
        members.method(
                "%s %s(%s)".formatted(JavaTypes.of(rule.verdict().type()), name, ExpressionText.parameters(parameters)),
                "%s        return %s;\n".formatted(now, expressions.of(rule.verdict())));
        return "%s(%s)".formatted(name, ExpressionText.arguments(parameters));
    }
}

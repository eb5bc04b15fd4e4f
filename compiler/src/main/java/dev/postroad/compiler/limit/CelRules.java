package dev.postroad.compiler.limit;

import build.buf.validate.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Compares rules in CEL. An expression that stays, under whatever id, is the same rule. */
final class CelRules {
    private CelRules() {}

    static List<ConstraintDifference> differences(List<Rule> before, List<Rule> after) {
        var gone = byName(before, after);
        var fresh = byName(after, before);
        var differences = new ArrayList<ConstraintDifference>();
        gone.forEach((name, expression) -> {
            var edited = fresh.remove(name);
            differences.add(
                    edited == null
                            ? new ConstraintDifference(
                                    Direction.LOOSENED, "cel %s is gone: %s".formatted(name, expression))
                            : new ConstraintDifference(
                                    Direction.UNDECIDABLE,
                                    "cel %s was: %s and is: %s".formatted(name, expression, edited)));
        });
        fresh.forEach((name, expression) -> differences.add(
                new ConstraintDifference(Direction.TIGHTENED, "cel %s is new: %s".formatted(name, expression))));
        return differences;
    }

    /** Rules and bare expressions, which have no id, as one list. */
    static List<Rule> all(List<Rule> rules, List<String> expressions) {
        return Stream.concat(
                        rules.stream(),
                        expressions.stream()
                                .map(expression -> Rule.newBuilder()
                                        .setExpression(expression)
                                        .build()))
                .toList();
    }

    /** The rules whose expression is not among the others, by the name that people know them by. */
    private static Map<String, String> byName(List<Rule> rules, List<Rule> others) {
        var known = others.stream().map(CelRules::expression).toList();
        var named = new LinkedHashMap<String, String>();
        var nameless = 0;
        for (var rule : rules) {
            var expression = expression(rule);
            if (!known.contains(expression)) {
                var name = rule.getId().isEmpty() ? "without id (" + ++nameless + ")" : rule.getId();
                named.put(name, expression);
            }
        }
        return named;
    }

    private static String expression(Rule rule) {
        return rule.getExpression().strip();
    }
}

package dev.postroad.compiler.standard;

import dev.postroad.compiler.expression.Expression;
import dev.postroad.compiler.expression.Expression.Constant;

/**
 * One end of a range.
 *
 * @param name {@code gt}, {@code gte}, {@code lt} or {@code lte}
 * @param limit where it is
 * @param shown the limit, as people are told
 */
record Bound(String name, Constant limit, String shown) {
    Expression keptBy(Expression value) {
        return Verdicts.compare(operator(), value, limit);
    }

    private String operator() {
        return switch (name) {
            case "gt" -> "greater";
            case "gte" -> "greater_equals";
            case "lt" -> "less";
            default -> "less_equals";
        };
    }

    String words() {
        return operator().replace("_equals", " than or equal to").replaceFirst("^(less|greater)$", "$1 than") + " "
                + shown;
    }
}

package dev.postroad.compiler.standard;

import dev.postroad.compiler.expression.Expression;
import dev.postroad.compiler.expression.Expression.And;
import dev.postroad.compiler.expression.Expression.Or;
import dev.postroad.compiler.plan.Rule;
import java.util.Comparator;
import java.util.Optional;

/**
 * The ends of a range. If the upper one lies below the lower one, what lies between them is excluded.
 *
 * @param type how the rules' ids begin, such as {@code int32}
 */
record Range(String type, Optional<Bound> lower, Optional<Bound> upper) {
    /** The one rule that the ends make together; none if there are none. */
    Optional<Rule> rule(Expression value, Comparator<Object> order) {
        if (lower.isPresent() && upper.isPresent()) {
            return Optional.of(between(value, lower.get(), upper.get(), order));
        }
        return lower.or(() -> upper).map(bound -> {
            var id = "%s.%s".formatted(type, bound.name());
            return new Rule(id, "must be " + bound.words(), bound.keptBy(value));
        });
    }

    private Rule between(Expression value, Bound low, Bound high, Comparator<Object> order) {
        var id = "%s.%s_%s".formatted(type, low.name(), high.name());
        var above = low.keptBy(value);
        var below = high.keptBy(value);
        if (order.compare(high.limit().value(), low.limit().value()) >= 0) {
            var sentence = "must be %s and %s".formatted(low.words(), high.words());
            return new Rule(id, sentence, new And(above, below));
        }
        var sentence = "must be %s or %s".formatted(low.words(), high.words());
        return new Rule(id + "_exclusive", sentence, new Or(above, below));
    }
}

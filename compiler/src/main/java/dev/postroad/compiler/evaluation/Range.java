package dev.postroad.compiler.evaluation;

import dev.postroad.contract.cel.EvaluationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a list, or keys of a map, that a variable goes through.
 *
 * @param range the list or map
 * @param slot the variable's
 */
record Range(Evaluation range, int slot) {
    /** A bool that is decisive if the condition is for one element, and else its opposite unless one fails. */
    Condition decidedBy(Evaluation condition, boolean decisive) {
        return (self, locals) -> {
            @Nullable EvaluationException failure = null;
            for (var element : elements(self, locals)) {
                locals[slot] = element;
                try {
                    if (condition.holds(self, locals) == decisive) {
                        return decisive;
                    }
                } catch (EvaluationException e) {
                    failure = e;
                }
            }
            if (failure != null) {
                throw failure;
            }
            return !decisive;
        };
    }

    /** Whether the condition holds for exactly one element. */
    Condition hasOne(Evaluation condition) {
        return (self, locals) -> {
            var count = 0;
            for (var element : elements(self, locals)) {
                locals[slot] = element;
                if (condition.holds(self, locals)) {
                    count++;
                }
            }
            return count == 1;
        };
    }

    /** The list of what is made of each element for which the condition holds. */
    Evaluation collected(Evaluation condition, Evaluation made) {
        return (self, locals) -> {
            var list = new ArrayList<Object>();
            for (var element : elements(self, locals)) {
                locals[slot] = element;
                if (condition.holds(self, locals)) {
                    list.add(made.value(self, locals));
                }
            }
            return list;
        };
    }

    private Collection<?> elements(Object self, Object[] locals) {
        var value = range.value(self, locals);
        return value instanceof Map<?, ?> map ? map.keySet() : (Collection<?>) value;
    }
}

package dev.postroad.compiler.plan;

import dev.postroad.compiler.expression.Type;
import java.util.List;

/**
 * What is asked of a value: that of a field, of one of its elements, keys or values.
 *
 * @param type the value's type; for a wrapper message the type of what is in it, which rules call {@code this}
 * @param skipsZero whether nothing is asked of the zero value of its type; of a message, of one without set fields
 * @param steps in the order of reporting
 */
public record ValuePlan(Type type, boolean skipsZero, List<Step> steps) {
    public ValuePlan {
        steps = List.copyOf(steps);
    }

    /** Whether nothing is asked. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }
}

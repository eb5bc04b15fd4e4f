package dev.postroad.compiler.closure;

import dev.postroad.contract.check.Violations;
import java.util.List;

/** Something that is asked of a value: of a message, a field's value, an element, key or value. */
interface Demand {
    /**
     * Whether the value meets it.
     *
     * @throws dev.postroad.contract.cel.EvaluationException if there is no telling
     */
    boolean isMetBy(Object value);

    /**
     * Adds what there is against the value.
     *
     * @throws dev.postroad.contract.cel.EvaluationException if there is no telling
     */
    void explain(Object value, Violations found);

    /** Several demands, in the order of reporting. */
    static Demand all(List<Demand> demands) {
        return demands.size() == 1 ? demands.get(0) : new AllDemands(demands.toArray(Demand[]::new));
    }
}

package dev.postroad.compiler.closure;

import dev.postroad.contract.check.Violations;

/** A demand on the value of a field as a whole, reported at the field's name. */
record EnteredDemand(String field, Demand demand) implements Demand {
    @Override
    public boolean isMetBy(Object value) {
        return demand.isMetBy(value);
    }

    @Override
    public void explain(Object value, Violations found) {
        found.enter(field);
        demand.explain(value, found);
        found.leave();
    }
}

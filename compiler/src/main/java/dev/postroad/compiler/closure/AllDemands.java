package dev.postroad.compiler.closure;

import dev.postroad.contract.check.Violations;

/** Several demands, in the order of reporting. */
final class AllDemands implements Demand {
    private final Demand[] demands;

    AllDemands(Demand[] demands) {
        this.demands = demands;
    }

    @Override
    public boolean isMetBy(Object value) {
        for (var demand : demands) {
            if (!demand.isMetBy(value)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void explain(Object value, Violations found) {
        for (var demand : demands) {
            demand.explain(value, found);
        }
    }
}

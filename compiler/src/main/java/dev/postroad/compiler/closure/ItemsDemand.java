package dev.postroad.compiler.closure;

import dev.postroad.contract.check.Violations;
import java.util.List;

/** A demand on each element of a list. */
record ItemsDemand(String field, Demand demand) implements Demand {
    @Override
    public boolean isMetBy(Object value) {
        var items = (List<?>) value;
        for (var i = 0; i < items.size(); i++) {
            if (!demand.isMetBy(items.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void explain(Object value, Violations found) {
        var items = (List<?>) value;
        for (var i = 0; i < items.size(); i++) {
            found.enter(field, i);
            demand.explain(items.get(i), found);
            found.leave();
        }
    }
}

package dev.postroad.compiler.closure;

import dev.postroad.contract.check.Violations;
import java.util.List;

/** What is asked of a message. It can be referred to before it is known, by a message that holds itself. */
final class MessageDemand implements Demand {
    private Demand parts = Demand.all(List.of());

    /** Says what it is; once, and before it is asked. */
    void consistOf(Demand demand) {
        parts = demand;
    }

    @Override
    public boolean isMetBy(Object value) {
        return parts.isMetBy(value);
    }

    @Override
    public void explain(Object value, Violations found) {
        parts.explain(value, found);
    }
}

package dev.postroad.compiler.closure;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import dev.postroad.compiler.evaluation.FieldValue;
import dev.postroad.contract.check.Violations;

/** A demand on what is in a wrapper message. */
record UnwrappedDemand(FieldValue wrapped, Demand demand) implements Demand {
    static UnwrappedDemand of(Descriptor wrapper, Demand demand) {
        return new UnwrappedDemand(FieldValue.of(wrapper.findFieldByNumber(1)), demand);
    }

    @Override
    public boolean isMetBy(Object value) {
        return demand.isMetBy(wrapped.in((Message) value));
    }

    @Override
    public void explain(Object value, Violations found) {
        demand.explain(wrapped.in((Message) value), found);
    }
}

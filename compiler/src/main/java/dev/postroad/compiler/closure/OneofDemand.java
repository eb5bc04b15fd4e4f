package dev.postroad.compiler.closure;

import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.Message;
import dev.postroad.compiler.plan.FieldPlan;
import dev.postroad.compiler.plan.MessagePlan;
import dev.postroad.contract.check.Violations;

/** That a field of a oneof is set. */
record OneofDemand(OneofDescriptor oneof) implements Demand {
    @Override
    public boolean isMetBy(Object value) {
        return ((Message) value).hasOneof(oneof);
    }

    @Override
    public void explain(Object value, Violations found) {
        if (!isMetBy(value)) {
            found.addAt(oneof.getName(), FieldPlan.REQUIRED, MessagePlan.ONEOF_SENTENCE);
        }
    }
}

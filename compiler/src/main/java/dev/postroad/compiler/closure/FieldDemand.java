package dev.postroad.compiler.closure;

import com.google.protobuf.Message;
import dev.postroad.compiler.evaluation.FieldValue;
import dev.postroad.compiler.plan.FieldPlan;
import dev.postroad.contract.check.Violations;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is asked of a message because of one field. */
final class FieldDemand implements Demand {
    private final String name;
    private final FieldValue field;
    private final boolean isRequired;
    private final boolean skipsUnset;
    private final @Nullable Demand ofValue;

    FieldDemand(FieldPlan plan, Optional<Demand> ofValue) {
        this.name = plan.field().getName();
        this.field = FieldValue.of(plan.field());
        this.isRequired = plan.isRequired();
        this.skipsUnset = plan.isRequired() || plan.skipsUnset();
        this.ofValue = ofValue.orElse(null);
    }

    @Override
    public boolean isMetBy(Object value) {
        var message = (Message) value;
        if (skipsUnset && !field.isSet(message)) {
            return !isRequired;
        }
        return ofValue == null || ofValue.isMetBy(field.in(message));
    }

    @Override
    public void explain(Object value, Violations found) {
        var message = (Message) value;
        if (skipsUnset && !field.isSet(message)) {
            if (isRequired) {
                found.addAt(name, FieldPlan.REQUIRED, FieldPlan.REQUIRED_SENTENCE);
            }
        } else if (ofValue != null) {
            ofValue.explain(field.in(message), found);
        }
    }
}

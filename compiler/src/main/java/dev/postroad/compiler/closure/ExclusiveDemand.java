package dev.postroad.compiler.closure;

import com.google.protobuf.Message;
import dev.postroad.compiler.evaluation.FieldValue;
import dev.postroad.compiler.plan.ExclusiveFields;
import dev.postroad.contract.check.Violations;
import java.util.List;

/** That at most one of some fields is set, or exactly one. */
record ExclusiveDemand(ExclusiveFields exclusive, List<FieldValue> fields) implements Demand {
    static ExclusiveDemand of(ExclusiveFields exclusive) {
        return new ExclusiveDemand(
                exclusive, exclusive.fields().stream().map(FieldValue::of).toList());
    }

    @Override
    public boolean isMetBy(Object value) {
        var set = countSet((Message) value);
        return set == 1 || set == 0 && !exclusive.isRequired();
    }

    @Override
    public void explain(Object value, Violations found) {
        if (!isMetBy(value)) {
            var isNone = countSet((Message) value) == 0;
            found.add(ExclusiveFields.ID, isNone ? exclusive.none() : exclusive.tooMany());
        }
    }

    private int countSet(Message message) {
        var count = 0;
        for (var field : fields) {
            if (field.isSet(message)) {
                count++;
            }
        }
        return count;
    }
}

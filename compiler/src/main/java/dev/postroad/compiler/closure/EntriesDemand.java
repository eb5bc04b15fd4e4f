package dev.postroad.compiler.closure;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.postroad.compiler.expression.Kind;
import dev.postroad.compiler.expression.Type;
import dev.postroad.contract.check.Violations;
import java.util.Map;

/** Demands on each key and value of a map. */
final class EntriesDemand implements Demand {
    private final String field;
    private final Kind keyKind;
    private final Demand ofKey;
    private final Demand ofValue;

    EntriesDemand(FieldDescriptor field, Demand ofKey, Demand ofValue) {
        this.field = field.getName();
        this.keyKind = Type.of(field).element().kind();
        this.ofKey = ofKey;
        this.ofValue = ofValue;
    }

    @Override
    public boolean isMetBy(Object value) {
        for (var entry : ((Map<?, ?>) value).entrySet()) {
            if (!ofKey.isMetBy(entry.getKey()) || !ofValue.isMetBy(entry.getValue())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void explain(Object value, Violations found) {
        ((Map<?, ?>) value).forEach((key, entryValue) -> {
            enter(key, found);
            ofKey.explain(key, found);
            ofValue.explain(entryValue, found);
            found.leave();
        });
    }

    private void enter(Object key, Violations found) {
        switch (keyKind) {
            case BOOL -> found.enter(field, (boolean) key);
            case INT -> found.enter(field, (long) key);
            case UINT -> found.enterUnsigned(field, (long) key);
            default -> found.enter(field, (String) key);
        }
    }
}

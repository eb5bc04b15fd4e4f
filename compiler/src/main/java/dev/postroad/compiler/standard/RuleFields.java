package dev.postroad.compiler.standard;

import com.google.protobuf.Message;
import java.util.List;
import java.util.Optional;

/**
 * Reads the fields of a message of rules by their names, for families that differ only in the type of their values.
 *
 * @param rules such as protovalidate's {@code Int32Rules}
 */
record RuleFields(Message rules) {
    Optional<Object> one(String name) {
        var field = rules.getDescriptorForType().findFieldByName(name);
        return field != null && rules.hasField(field) ? Optional.of(rules.getField(field)) : Optional.empty();
    }

    List<?> all(String name) {
        var field = rules.getDescriptorForType().findFieldByName(name);
        return field == null ? List.of() : (List<?>) rules.getField(field);
    }
}

package dev.postroad.compiler.page;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.postroad.contract.language.ValidationRules;

/** Whether a rule asks for a field to be set. */
final class FieldPresence {
    private FieldPresence() {}

    static boolean isAskedFor(FieldDescriptor field) {
        return ValidationRules.of(field).getRequired();
    }
}

package dev.postroad.compiler.page;

import build.buf.validate.ValidateProto;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.postroad.contract.language.ContractOptions;

/** Whether a rule asks for a field to be set. */
final class FieldPresence {
    private FieldPresence() {}

    static boolean isAskedFor(FieldDescriptor field) {
        return ContractOptions.known(field.getOptions())
                .getExtension(ValidateProto.field)
                .getRequired();
    }
}

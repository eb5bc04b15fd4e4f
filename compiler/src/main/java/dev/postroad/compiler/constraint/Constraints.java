package dev.postroad.compiler.constraint;

import build.buf.validate.FieldRules;
import build.buf.validate.ValidateProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.postroad.compiler.proto.Elements;
import dev.postroad.compiler.remark.Remarks;
import dev.postroad.contract.language.ContractOptions;

/** Checks the constraints of contracts. */
public final class Constraints {
    private Constraints() {}

    /** Remarks on the constraints in a file. */
    public static void check(Remarks remarks) {
        for (var message : Elements.messages(remarks.descriptor())) {
            message(remarks, message);
            message.getFields().forEach(field -> field(remarks, field));
        }
    }

    private static void message(Remarks remarks, Descriptor message) {
        var rules = ContractOptions.known(message.getOptions()).getExtension(ValidateProto.message);
        new Expressions(remarks, message).check(rules.getCelList());
        rules.getOneofList().forEach(oneof -> MessageOneofs.check(remarks, message, oneof));
    }

    private static void field(Remarks remarks, FieldDescriptor field) {
        var rules = ContractOptions.known(field.getOptions()).getExtension(ValidateProto.field);
        if (!rules.equals(FieldRules.getDefaultInstance())) {
            new Constrained(field, field, "", rules, remarks).withParts().forEach(Constraints::value);
        }
    }

    private static void value(Constrained value) {
        new Expressions(value.remarks(), value.field()).check(value.rules().getCelList());
        Idle.check(value);
        if (TypeFit.check(value)) {
            value.typeRules().ifPresent(rules -> {
                Ranges.check(value, rules);
                Sizes.check(value, rules);
                Choices.check(value, rules);
                PatternSyntax.check(value, rules);
            });
        }
    }
}

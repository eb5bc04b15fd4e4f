package dev.postroad.compiler.constraint;

import build.buf.validate.FieldRules;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.postroad.compiler.cel.CelReader;
import dev.postroad.compiler.cel.CelSite;
import dev.postroad.compiler.proto.Elements;
import dev.postroad.compiler.remark.Remarks;
import dev.postroad.contract.language.ValidationRules;

/** Checks the constraints of contracts that belong together. */
public final class Constraints {
    private final CelReader reader = new CelReader();
    private final Predefined predefined = new Predefined(reader);

    /** Remarks on the constraints in a file. */
    public void check(Remarks remarks) {
        for (var message : Elements.messages(remarks.descriptor())) {
            message(remarks, message);
            message.getFields().forEach(field -> field(remarks, field));
        }
        Elements.extensions(remarks.descriptor()).stream()
                .filter(ValidationRules::extendsRules)
                .forEach(rule -> predefined.declared(remarks, rule));
        Elements.extensions(remarks.descriptor()).stream()
                .filter(extension -> !ValidationRules.of(extension).equals(FieldRules.getDefaultInstance()))
                .forEach(extension -> remarks.add(
                        ConstraintRules.UNCHECKED,
                        extension,
                        "the constraints of extension %s are checked nowhere".formatted(extension.getName()),
                        "make it a field of %s, or leave them out"
                                .formatted(extension.getContainingType().getName())));
    }

    private void message(Remarks remarks, Descriptor message) {
        var rules = ValidationRules.of(message);
        new Expressions(remarks, message, CelSite.ofMessage(message), reader)
                .check(rules.getCelList(), rules.getCelExpressionList());
        rules.getOneofList().forEach(oneof -> MessageOneofs.check(remarks, message, oneof));
    }

    private void field(Remarks remarks, FieldDescriptor field) {
        var rules = ValidationRules.of(field);
        if (!rules.equals(FieldRules.getDefaultInstance())) {
            new Constrained(field, field, "", rules, remarks).withParts().forEach(this::value);
        }
    }

    private void value(Constrained value) {
        new Expressions(value.remarks(), value.field(), CelSite.ofField(value.type(), value.isPart()), reader)
                .check(value.rules().getCelList(), value.rules().getCelExpressionList());
        Idle.check(value);
        if (TypeFit.check(value)) {
            value.typeRules().ifPresent(rules -> {
                Ranges.check(value, rules);
                Sizes.check(value, rules);
                Choices.check(value, rules);
                PatternSyntax.check(value, rules);
                predefined.used(value);
            });
        }
    }
}

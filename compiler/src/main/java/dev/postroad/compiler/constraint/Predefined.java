package dev.postroad.compiler.constraint;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import dev.postroad.compiler.cel.CelReader;
import dev.postroad.compiler.cel.CelSite;
import dev.postroad.compiler.remark.Remarks;
import dev.postroad.contract.language.ValidationRules;
import java.util.List;
import java.util.Optional;

/**
 * Whether rules that contracts predefine ask for something, and their expressions are correct.
 *
 * <p>Most are for values of one type, so that can be told where they are declared. What a list, a map or an Any holds
 * is known only where they are used.
 */
record Predefined(CelReader reader) {
    /** Remarks on an extension of protovalidate's rules. */
    void declared(Remarks remarks, FieldDescriptor rule) {
        var cel = ValidationRules.predefined(rule).getCelList();
        if (cel.isEmpty()) {
            remarks.add(
                    ConstraintRules.PREDEFINED,
                    rule,
                    "%s extends protovalidate's rules, and asks for nothing".formatted(rule.getName()),
                    "add [(buf.validate.predefined).cel = { id: ... message: ... expression: ... }]");
            return;
        }
        var typed = typed(rule);
        if (typed.isPresent()) {
            var unset = DynamicMessage.getDefaultInstance(rule.getContainingType());
            var site = CelSite.ofPredefined(typed.get(), false, unset, rule);
            new Expressions(remarks, rule, site, reader).check(cel, List.of());
        } else {
            Expressions.names(remarks, rule, cel);
        }
    }

    /** Remarks on expressions whose types depend on the value that they are used for. */
    void used(Constrained value) {
        value.typeRules()
                .ifPresent(rules -> ValidationRules.predefined(rules).stream()
                        .filter(rule -> typed(rule).isEmpty())
                        .forEach(rule -> new Expressions(
                                        value.remarks(),
                                        value.field(),
                                        CelSite.ofPredefined(value.type(), value.isPart(), rules, rule),
                                        reader)
                                .compile(ValidationRules.predefined(rule).getCelList())));
    }

    /** A field of the type that a rule is for: that of the constant which the rules of most types know. */
    private static Optional<FieldDescriptor> typed(FieldDescriptor rule) {
        return Optional.ofNullable(rule.getContainingType().findFieldByName("const"));
    }
}

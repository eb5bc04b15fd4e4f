package dev.postroad.compiler.shape;

import build.buf.validate.FieldRules;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import dev.postroad.compiler.closure.ClosureCheck;
import dev.postroad.compiler.finding.Breakage;
import dev.postroad.contract.check.Violation;
import dev.postroad.contract.language.ValidationRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** New fields that an old message, which does not have them, breaks. */
final class AddedFields {
    private AddedFields() {}

    static List<Change> changes(Descriptor message, List<FieldDescriptor> added) {
        var changes = new ArrayList<Change>();
        for (var field : added) {
            if (field.isRequired()) {
                changes.add(change(field, "it is required"));
            } else if (mayRefuseNothing(field)) {
                var broken = violations(message).stream()
                        .filter(violation -> violation.field().equals(field.getName()))
                        .map(Violation::rule)
                        .collect(Collectors.joining(", "));
                if (!broken.isEmpty()) {
                    changes.add(change(field, "its absence breaks " + broken));
                }
            }
        }
        return changes;
    }

    private static Change change(FieldDescriptor field, String reason) {
        return Change.added(
                ShapeRules.ADDED_REQUIRED,
                field,
                "field '%s' is new, and %s".formatted(field.getName(), reason),
                "make it 'optional' without 'required': the other rules then hold for a value that is there",
                Breakage.STORED_MESSAGES,
                Breakage.OLD_PRODUCERS);
    }

    private static boolean mayRefuseNothing(FieldDescriptor field) {
        // protovalidate does not look at extensions.
        if (field.isExtension()) {
            return false;
        }
        var rules = ValidationRules.of(field);
        return !rules.equals(FieldRules.getDefaultInstance()) && (rules.getRequired() || !field.hasPresence());
    }

    /** What the empty message breaks; nothing if its rules do not compile, which is another finding. */
    private static List<Violation> violations(Descriptor message) {
        try {
            return ClosureCheck.compile(message).violations(DynamicMessage.getDefaultInstance(message));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}

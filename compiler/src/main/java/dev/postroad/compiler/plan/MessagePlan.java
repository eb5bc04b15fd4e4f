package dev.postroad.compiler.plan;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import java.util.List;

/**
 * What is asked of a message, in the order of reporting.
 *
 * @param message its type
 * @param rules about the message as a whole
 * @param exclusives fields of which at most one may be set
 * @param requiredOneofs the oneofs of which a field must be set; a violation has the oneof's name as its path
 * @param fields in the order of their declaration; none of which nothing is asked
 */
public record MessagePlan(
        Descriptor message,
        List<Rule> rules,
        List<ExclusiveFields> exclusives,
        List<OneofDescriptor> requiredOneofs,
        List<FieldPlan> fields) {
    /** What is said of a oneof without a set field. */
    public static final String ONEOF_SENTENCE = "exactly one field is required in oneof";

    public MessagePlan {
        rules = List.copyOf(rules);
        exclusives = List.copyOf(exclusives);
        requiredOneofs = List.copyOf(requiredOneofs);
        fields = List.copyOf(fields);
    }

    /** Whether nothing is asked. */
    public boolean isEmpty() {
        return rules.isEmpty() && exclusives.isEmpty() && requiredOneofs.isEmpty() && fields.isEmpty();
    }
}

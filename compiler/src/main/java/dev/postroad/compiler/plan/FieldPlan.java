package dev.postroad.compiler.plan;

import com.google.protobuf.Descriptors.FieldDescriptor;

/**
 * What is asked of a field.
 *
 * @param field the field
 * @param isRequired whether it must be set; if it is not, that is the only violation of the field
 * @param skipsUnset whether nothing else is asked of an unset field
 * @param value what is asked of its value
 */
public record FieldPlan(FieldDescriptor field, boolean isRequired, boolean skipsUnset, ValuePlan value) {
    /** The id of a violation by an unset field or oneof. */
    public static final String REQUIRED = "required";
    /** What is said of an unset field that is required. */
    public static final String REQUIRED_SENTENCE = "value is required";

    /** Whether nothing is asked. */
    public boolean isEmpty() {
        return !isRequired && value.isEmpty();
    }
}

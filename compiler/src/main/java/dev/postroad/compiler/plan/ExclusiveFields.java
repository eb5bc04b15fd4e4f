package dev.postroad.compiler.plan;

import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Fields of which at most one may be set; protovalidate's {@code message.oneof}.
 *
 * @param fields at least one
 * @param isRequired whether one must be set
 */
public record ExclusiveFields(List<FieldDescriptor> fields, boolean isRequired) {
    /** The id of its violations, which are about the message as a whole. */
    public static final String ID = "message.oneof";

    public ExclusiveFields {
        fields = List.copyOf(fields);
    }

    /** What is said where several are set. */
    public String tooMany() {
        return "only one of %s can be set".formatted(names());
    }

    /** What is said where none is set. */
    public String none() {
        return "one of %s must be set".formatted(names());
    }

    private String names() {
        return fields.stream().map(FieldDescriptor::getName).collect(Collectors.joining(", "));
    }
}

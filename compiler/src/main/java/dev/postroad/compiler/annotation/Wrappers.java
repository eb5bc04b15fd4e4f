package dev.postroad.compiler.annotation;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import java.util.Optional;
import java.util.Set;

/** Protobuf's messages that wrap a scalar to tell an unset one from zero. */
final class Wrappers {
    private static final Set<String> NAMES = Set.of(
            "google.protobuf.BoolValue",
            "google.protobuf.BytesValue",
            "google.protobuf.DoubleValue",
            "google.protobuf.FloatValue",
            "google.protobuf.Int32Value",
            "google.protobuf.Int64Value",
            "google.protobuf.StringValue",
            "google.protobuf.UInt32Value",
            "google.protobuf.UInt64Value");

    private Wrappers() {}

    /** The field of the scalar in a value that is a wrapper; empty if the value is none. */
    static Optional<FieldDescriptor> wrapped(FieldDescriptor field, boolean isElement) {
        return (isElement || !field.isRepeated())
                        && field.getJavaType() == JavaType.MESSAGE
                        && NAMES.contains(field.getMessageType().getFullName())
                ? Optional.of(field.getMessageType().findFieldByNumber(1))
                : Optional.empty();
    }
}

package dev.postroad.compiler.shape;

import com.google.protobuf.Descriptors.FieldDescriptor;

/** What fields are called: an extension is named in full and in brackets, as JSON and Protobuf's text format do. */
final class FieldNames {
    private FieldNames() {}

    static String of(FieldDescriptor field) {
        return field.isExtension() ? "[" + field.getFullName() + "]" : field.getName();
    }
}

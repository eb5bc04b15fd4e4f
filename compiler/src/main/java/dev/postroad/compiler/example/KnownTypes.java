package dev.postroad.compiler.example;

import com.google.protobuf.Descriptors.Descriptor;
import java.util.Set;

/** Google's message types that have a JSON form, and so values, of their own. */
final class KnownTypes {
    private static final String PACKAGE = "google.protobuf.";

    private static final Set<String> WRAPPERS = Set.of(
            "BoolValue",
            "BytesValue",
            "DoubleValue",
            "FloatValue",
            "Int32Value",
            "Int64Value",
            "StringValue",
            "UInt32Value",
            "UInt64Value");

    private static final Set<String> OTHERS =
            Set.of("Any", "Duration", "Empty", "FieldMask", "ListValue", "Struct", "Timestamp", "Value");

    private KnownTypes() {}

    static boolean contains(Descriptor type) {
        return isWrapper(type) || type.getFullName().startsWith(PACKAGE) && OTHERS.contains(type.getName());
    }

    static boolean isWrapper(Descriptor type) {
        return type.getFullName().startsWith(PACKAGE) && WRAPPERS.contains(type.getName());
    }
}

package dev.postroad.compiler.source;

import com.google.protobuf.GeneratorNames;
import dev.postroad.compiler.expression.Type;

/** The Java types of expressions. */
final class JavaTypes {
    private JavaTypes() {}

    /** As a parameter or result has it. */
    static String of(Type type) {
        return switch (type.kind()) {
            case BOOL -> "boolean";
            case INT, UINT -> "long";
            case DOUBLE -> "double";
            case LIST -> "java.util.List<?>";
            case MAP -> "java.util.Map<?, ?>";
            default -> boxed(type);
        };
    }

    /** As an element of a list has it. */
    static String boxed(Type type) {
        return switch (type.kind()) {
            case BOOL -> "Boolean";
            case INT, UINT -> "Long";
            case DOUBLE -> "Double";
            case STRING -> "String";
            case BYTES -> "com.google.protobuf.ByteString";
            case TIMESTAMP -> "com.google.protobuf.Timestamp";
            case DURATION -> "com.google.protobuf.Duration";
            case MESSAGE -> GeneratorNames.getQualifiedClassName(type.message().orElseThrow());
            case LIST -> "java.util.List<?>";
            case MAP -> "java.util.Map<?, ?>";
        };
    }
}

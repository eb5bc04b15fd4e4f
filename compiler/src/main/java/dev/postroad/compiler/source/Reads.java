package dev.postroad.compiler.source;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.Type;
import dev.postroad.compiler.expression.Kind;

/** Java expressions that read fields of messages, as values of the types that expressions have. */
final class Reads {
    private static final String VIEWS = "dev.postroad.contract.cel.FieldViews.";

    private final JavaFields fields = new JavaFields();

    /** The value of a field that holds one. */
    String one(String message, FieldDescriptor field) {
        return widened(message + ".get" + enumSuffixed(field) + "()", field);
    }

    /** An element of a repeated field. */
    String element(String message, FieldDescriptor field, String index) {
        return widened("%s.get%s(%s)".formatted(message, enumSuffixed(field), index), field);
    }

    /** The number of elements of a repeated field or of entries of a map. */
    String count(String message, FieldDescriptor field) {
        return "%s.get%sCount()".formatted(message, fields.name(field));
    }

    /** The elements of a repeated field, as a list. */
    String list(String message, FieldDescriptor field) {
        var list = "%s.get%sList()".formatted(message, enumSuffixed(field));
        return switch (field.getType()) {
            case INT32, SINT32, SFIXED32 -> VIEWS + "signed(" + list + ")";
            case UINT32, FIXED32 -> VIEWS + "unsigned(" + list + ")";
            case FLOAT -> VIEWS + "doubles(" + list + ")";
            case ENUM -> VIEWS + (isOpen(field) ? "signed(" : "numbers(") + list + ")";
            default -> list;
        };
    }

    /** The entries of a map field, as protoc's class has them. */
    String rawMap(String message, FieldDescriptor field) {
        var value = field.getMessageType().findFieldByNumber(2);
        var suffix = value.getType() == Type.ENUM && isOpen(value) ? "Value" : "";
        return "%s.get%s%sMap()".formatted(message, fields.name(field), suffix);
    }

    /** The entries of a map field, as a map of values of the types that expressions have. */
    String map(String message, FieldDescriptor field) {
        var entry = field.getMessageType();
        var key = viewOf(entry.findFieldByNumber(1));
        var value = viewOf(entry.findFieldByNumber(2));
        var raw = rawMap(message, field);
        return key.equals("same") && value.equals("same")
                ? raw
                : "%smap(%s, %s%s, %s%s)"
                        .formatted(
                                VIEWS,
                                raw,
                                VIEWS.replaceFirst("\\.$", "::"),
                                key,
                                VIEWS.replaceFirst("\\.$", "::"),
                                value);
    }

    private static String viewOf(FieldDescriptor field) {
        return switch (field.getType()) {
            case INT32, SINT32, SFIXED32 -> "signedOne";
            case UINT32, FIXED32 -> "unsignedOne";
            case FLOAT -> "doubleOne";
            case ENUM -> isOpen(field) ? "signedOne" : "numberOne";
            default -> "same";
        };
    }

    /** A value of the Java type that protoc's classes have, as a value of the type that expressions have. */
    String widened(String value, FieldDescriptor field) {
        return switch (field.getType()) {
            case INT32, SINT32, SFIXED32 -> "(long) " + value;
            case UINT32, FIXED32 -> "Integer.toUnsignedLong(" + value + ")";
            case FLOAT -> "(double) " + value;
            case ENUM -> isOpen(field) ? "(long) " + value : "(long) " + value + ".getNumber()";
            default -> value;
        };
    }

    /** Whether a field is set. */
    String has(String message, FieldDescriptor field) {
        if (field.isRepeated()) {
            return count(message, field) + " != 0";
        }
        if (field.hasPresence()) {
            return "%s.has%s()".formatted(message, fields.name(field));
        }
        var value = "%s.get%s()".formatted(message, enumSuffixed(field));
        return switch (field.getType()) {
            case STRING, BYTES -> "!" + value + ".isEmpty()";
            case BOOL -> value;
            // Minus zero is not the default.
            case DOUBLE -> "Double.doubleToRawLongBits(" + value + ") != 0L";
            case FLOAT -> "Float.floatToRawIntBits(" + value + ") != 0";
            default -> isOpen(field) ? value + " != 0" : value + ".getNumber() != 0";
        };
    }

    /** Whether a field is not set. */
    String lacks(String message, FieldDescriptor field) {
        var has = has(message, field);
        if (has.contains(" != ")) {
            return has.replace(" != ", " == ");
        }
        return has.startsWith("!") ? has.substring(1) : "!" + has;
    }

    /** Whether a value is the zero of its kind; null if there is no such value to skip. */
    static String isZero(String value, Kind kind) {
        return switch (kind) {
            case BOOL -> "!" + value;
            case INT, UINT -> value + " == 0L";
            case DOUBLE -> "Double.doubleToRawLongBits(" + value + ") == 0L";
            case STRING, BYTES -> value + ".isEmpty()";
            default -> "%s.equals(%s.getDefaultInstanceForType())".formatted(value, value);
        };
    }

    private String enumSuffixed(FieldDescriptor field) {
        return fields.name(field) + (field.getType() == Type.ENUM && isOpen(field) ? "Value" : "");
    }

    /** Whether protoc's class holds numbers that the enum does not have. */
    private static boolean isOpen(FieldDescriptor field) {
        return field.getType() != Type.ENUM || !field.legacyEnumFieldTreatedAsClosed();
    }
}

package dev.postroad.compiler.expression;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The type of an expression.
 *
 * @param kind what it is
 * @param message the message's type; absent for any other kind
 * @param parameters the type of a list's elements, or of a map's keys and values; none for any other kind
 */
public record Type(Kind kind, Optional<Descriptor> message, List<Type> parameters) {
    /** bool. */
    public static final Type BOOL = simple(Kind.BOOL);
    /** int. */
    public static final Type INT = simple(Kind.INT);
    /** uint. */
    public static final Type UINT = simple(Kind.UINT);
    /** double. */
    public static final Type DOUBLE = simple(Kind.DOUBLE);
    /** string. */
    public static final Type STRING = simple(Kind.STRING);
    /** bytes. */
    public static final Type BYTES = simple(Kind.BYTES);
    /** google.protobuf.Timestamp. */
    public static final Type TIMESTAMP = simple(Kind.TIMESTAMP);
    /** google.protobuf.Duration. */
    public static final Type DURATION = simple(Kind.DURATION);

    private static final Map<String, Type> WELL_KNOWN =
            Map.of("google.protobuf.Timestamp", TIMESTAMP, "google.protobuf.Duration", DURATION);

    public Type {
        parameters = List.copyOf(parameters);
    }

    private static Type simple(Kind kind) {
        return new Type(kind, Optional.empty(), List.of());
    }

    /** A list of elements of a type. */
    public static Type listOf(Type element) {
        return new Type(Kind.LIST, Optional.empty(), List.of(element));
    }

    /** A map with keys and values of a type each. */
    public static Type mapOf(Type key, Type value) {
        return new Type(Kind.MAP, Optional.empty(), List.of(key, value));
    }

    /** A message's type; that of a timestamp or duration is a kind of its own. */
    public static Type of(Descriptor message) {
        var wellKnown = WELL_KNOWN.get(message.getFullName());
        return wellKnown != null ? wellKnown : new Type(Kind.MESSAGE, Optional.of(message), List.of());
    }

    /** The type of a field's value, of all its values if there are several. */
    public static Type of(FieldDescriptor field) {
        if (field.isMapField()) {
            var entry = field.getMessageType();
            return mapOf(ofOne(entry.findFieldByNumber(1)), ofOne(entry.findFieldByNumber(2)));
        }
        return field.isRepeated() ? listOf(ofOne(field)) : ofOne(field);
    }

    /** The type of one value of a field. */
    public static Type ofOne(FieldDescriptor field) {
        return switch (field.getType()) {
            case BOOL -> BOOL;
            case INT32, SINT32, SFIXED32, INT64, SINT64, SFIXED64, ENUM -> INT;
            case UINT32, FIXED32, UINT64, FIXED64 -> UINT;
            case FLOAT, DOUBLE -> DOUBLE;
            case STRING -> STRING;
            case BYTES -> BYTES;
            case MESSAGE, GROUP -> of(field.getMessageType());
        };
    }

    /** The type of a list's elements, of a map's keys. */
    public Type element() {
        return parameters.get(0);
    }

    /** The type of a map's values. */
    public Type value() {
        return parameters.get(1);
    }
}

package dev.postroad.contract.topic;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The field of a message that becomes the record's key: a string as UTF-8, bytes raw, an integer as decimal text. */
public record ContractKey(FieldDescriptor field) {
    public ContractKey {
        if (!fits(field)) {
            throw new IllegalArgumentException("key field %s must be a single string, bytes or integer outside a oneof"
                    .formatted(field.getFullName()));
        }
    }

    static boolean fits(FieldDescriptor field) {
        var type = field.getJavaType();
        return !field.isRepeated()
                && field.getRealContainingOneof() == null
                && (type == JavaType.STRING
                        || type == JavaType.BYTE_STRING
                        || type == JavaType.INT
                        || type == JavaType.LONG);
    }

    /**
     * The key of a message; empty if the field is unset. A field without presence is unset when it holds its default
     * value.
     */
    public Optional<byte[]> of(Message message) {
        var value = message.getField(field);
        var unset = field.hasPresence() ? !message.hasField(field) : value.equals(field.getDefaultValue());
        return unset || isEmpty(value) ? Optional.empty() : Optional.of(bytes(value));
    }

    /**
     * The key that a value of the field becomes.
     *
     * @param value a {@code String}, {@code ByteString}, {@code Integer} or {@code Long}, as the field's type is
     * @throws IllegalArgumentException if it is of another type, or empty
     */
    public byte[] ofValue(Object value) {
        if (!isOfType(value)) {
            throw new IllegalArgumentException("key field %s is %s, and %s is none"
                    .formatted(field.getFullName(), typeName(), value.getClass().getSimpleName()));
        }
        if (isEmpty(value)) {
            throw new IllegalArgumentException("key field %s is empty".formatted(field.getFullName()));
        }
        return bytes(value);
    }

    private boolean isOfType(Object value) {
        return switch (field.getJavaType()) {
            case STRING -> value instanceof String;
            case BYTE_STRING -> value instanceof ByteString;
            case INT -> value instanceof Integer;
            default -> value instanceof Long || value instanceof Integer;
        };
    }

    private String typeName() {
        return switch (field.getJavaType()) {
            case STRING -> "a String";
            case BYTE_STRING -> "a ByteString";
            case INT -> "an Integer";
            default -> "a Long";
        };
    }

    private static boolean isEmpty(Object value) {
        return value instanceof String text && text.isEmpty() || value instanceof ByteString bytes && bytes.isEmpty();
    }

    private byte[] bytes(Object value) {
        if (value instanceof ByteString bytes) {
            return bytes.toByteArray();
        }
        var text = value instanceof String string ? string : decimal((Number) value);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String decimal(Number value) {
        return switch (field.getType()) {
            case UINT32, FIXED32 -> Integer.toUnsignedString(value.intValue());
            case UINT64, FIXED64 -> Long.toUnsignedString(value.longValue());
            default -> value.toString();
        };
    }
}

package dev.postroad.compiler.evaluation;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import dev.postroad.compiler.expression.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;

/** Makes of what a message gives for a field the value that expressions know. */
final class Normal {
    /** For types of which a message gives what expressions know. */
    static final UnaryOperator<Object> AS_IT_IS = value -> value;

    private Normal() {}

    /** For all values of a field. */
    static UnaryOperator<Object> of(FieldDescriptor field) {
        if (field.isMapField()) {
            return ofMap(field);
        }
        var one = ofOne(field);
        if (!field.isRepeated() || one == AS_IT_IS) {
            return one;
        }
        return values -> new NormalList((List<?>) values, one);
    }

    private static UnaryOperator<Object> ofOne(FieldDescriptor field) {
        return switch (field.getType()) {
            case INT32, SINT32, SFIXED32 -> value -> (long) (int) value;
            case UINT32, FIXED32 -> value -> Integer.toUnsignedLong((int) value);
            case ENUM -> value -> (long) ((EnumValueDescriptor) value).getNumber();
            case FLOAT -> value -> (double) (float) value;
            case MESSAGE, GROUP -> ofMessage(field);
            default -> AS_IT_IS;
        };
    }

    private static UnaryOperator<Object> ofMessage(FieldDescriptor field) {
        return switch (Type.ofOne(field).kind()) {
            case TIMESTAMP -> value -> value instanceof Timestamp time ? time : timestamp((Message) value);
            case DURATION -> value -> value instanceof Duration length ? length : duration((Message) value);
            default -> AS_IT_IS;
        };
    }

    private static Timestamp timestamp(Message message) {
        return Timestamp.newBuilder()
                .setSeconds((long) part(message, Timestamp.SECONDS_FIELD_NUMBER))
                .setNanos((int) part(message, Timestamp.NANOS_FIELD_NUMBER))
                .build();
    }

    private static Duration duration(Message message) {
        return Duration.newBuilder()
                .setSeconds((long) part(message, Duration.SECONDS_FIELD_NUMBER))
                .setNanos((int) part(message, Duration.NANOS_FIELD_NUMBER))
                .build();
    }

    private static Object part(Message message, int number) {
        return message.getField(message.getDescriptorForType().findFieldByNumber(number));
    }

    /** What is a map in a generated class is a list of entries in a message without; of equal keys the last counts. */
    private static UnaryOperator<Object> ofMap(FieldDescriptor field) {
        var key = FieldValue.of(field.getMessageType().findFieldByNumber(1));
        var value = FieldValue.of(field.getMessageType().findFieldByNumber(2));
        return entries -> {
            var list = (List<?>) entries;
            var map = new LinkedHashMap<Object, Object>(list.size() * 4 / 3 + 1);
            for (var entry : list) {
                map.put(key.in((Message) entry), value.in((Message) entry));
            }
            return map;
        };
    }
}

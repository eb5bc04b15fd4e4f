package dev.postroad.compiler.differential;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/** Messages of one type, with values near the limits that its rules draw. Some fields are not set. */
final class RandomMessage {
    private static final int DEEPEST = 3;
    private static final int UNKNOWN_FIELD = 19_000 - 1;

    private final Map<FieldDescriptor, Limits> limits = new HashMap<>();
    private final Descriptor type;
    private final boolean hasHalves;

    /**
     * Messages of a type.
     *
     * @param hasHalves whether texts may hold half a surrogate pair, which is lost when a message is written as bytes
     */
    RandomMessage(Descriptor type, boolean hasHalves) {
        this.type = type;
        this.hasHalves = hasHalves;
    }

    Message of(long seed) {
        return message(type, new Chance(seed), 0);
    }

    private DynamicMessage message(Descriptor type, Chance chance, int depth) {
        var message = DynamicMessage.newBuilder(type);
        for (var field : type.getFields()) {
            if (!isLeftOut(field, chance, depth)) {
                set(message, field, chance, depth);
            }
        }
        if (chance.oneIn(40)) {
            message.setUnknownFields(UnknownFieldSet.newBuilder()
                    .addField(
                            UNKNOWN_FIELD,
                            UnknownFieldSet.Field.newBuilder().addVarint(7).build())
                    .build());
        }
        return message.buildPartial();
    }

    private boolean isLeftOut(FieldDescriptor field, Chance chance, int depth) {
        var isNested = field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                && field.getMessageType().getFile() == type.getFile()
                && !field.isMapField();
        return isNested && depth >= DEEPEST || chance.oneIn(isNested ? 2 : 5);
    }

    private void set(DynamicMessage.Builder message, FieldDescriptor field, Chance chance, int depth) {
        if (field.isMapField()) {
            entries(message, field, chance, depth);
        } else if (field.isRepeated()) {
            var count = chance.of(0, 1, 1, 2, 3, 4);
            for (var item = 0; item < count; item++) {
                var first = item > 0 && chance.oneIn(4);
                message.addRepeatedField(
                        field, first ? message.getRepeatedField(field, 0) : value(field, field, chance, depth));
            }
        } else {
            message.setField(field, value(field, field, chance, depth));
        }
    }

    private void entries(DynamicMessage.Builder message, FieldDescriptor field, Chance chance, int depth) {
        var keys = new HashSet<Object>();
        var key = field.getMessageType().findFieldByNumber(1);
        var value = field.getMessageType().findFieldByNumber(2);
        for (var left = chance.below(4); left > 0; left--) {
            var drawn = value(key, field, chance, depth);
            if (keys.add(drawn)) {
                message.addRepeatedField(
                        field,
                        DynamicMessage.newBuilder(field.getMessageType())
                                .setField(key, drawn)
                                .setField(value, value(value, field, chance, depth))
                                .build());
            }
        }
    }

    /** A value for a field, with the limits of the one that has the rules. */
    private Object value(FieldDescriptor field, FieldDescriptor ruled, Chance chance, int depth) {
        var values = new Values(chance, limits.computeIfAbsent(ruled, Limits::of));
        return switch (field.getJavaType()) {
            case INT -> (int) values.integer();
            case LONG -> values.integer();
            case FLOAT -> values.single();
            case DOUBLE -> values.floating();
            case BOOLEAN -> chance.oneIn(2);
            case STRING -> text(field, values, chance);
            case BYTE_STRING -> values.bytes();
            case ENUM -> enumValue(field, values);
            case MESSAGE -> nested(field.getMessageType(), ruled, values, chance, depth);
        };
    }

    /** The library reads a wrapper from bytes, in which half a pair is lost. */
    private String text(FieldDescriptor field, Values values, Chance chance) {
        if (hasHalves && field.getFile() == type.getFile() && chance.oneIn(60)) {
            return chance.of("\ud83d", "\ude00a", "a\ud83d");
        }
        return values.text();
    }

    private static Object enumValue(FieldDescriptor field, Values values) {
        var number = (int) values.integer();
        var known = field.getEnumType().findValueByNumber(number);
        if (known != null) {
            return known;
        }
        return field.getEnumType().isClosed()
                ? field.getEnumType()
                        .getValues()
                        .get(Math.floorMod(
                                number, field.getEnumType().getValues().size()))
                : field.getEnumType().findValueByNumberCreatingIfUnknown(number);
    }

    private Message nested(Descriptor nested, FieldDescriptor ruled, Values values, Chance chance, int depth) {
        return switch (nested.getFullName()) {
            case "google.protobuf.Timestamp" -> ofType(nested, values.timestamp());
            case "google.protobuf.Duration" -> ofType(nested, values.duration());
            case "google.protobuf.FieldMask" -> mask(nested, values, chance);
            case "google.protobuf.Any" -> any(nested, values, chance);
            default ->
                nested.getFile().getPackage().equals("google.protobuf")
                        ? wrapped(nested, ruled, chance, depth)
                        : message(nested, chance, depth + 1);
        };
    }

    /** As it is in a message that was parsed without a class. */
    private static Message ofType(Descriptor type, Message message) {
        try {
            return DynamicMessage.parseFrom(type, message.toByteString());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a message that was written cannot be read", e);
        }
    }

    private static Message mask(Descriptor type, Values values, Chance chance) {
        var mask = DynamicMessage.newBuilder(type);
        var paths = type.findFieldByName("paths");
        if (chance.oneIn(4)) {
            return mask.addRepeatedField(paths, "a")
                    .addRepeatedField(paths, "b.c")
                    .build();
        }
        for (var left = chance.below(3); left > 0; left--) {
            mask.addRepeatedField(paths, chance.of("a", "b", "b.c", "a.x", values.text()));
        }
        return mask.build();
    }

    private static Message any(Descriptor type, Values values, Chance chance) {
        return DynamicMessage.newBuilder(type)
                .setField(
                        type.findFieldByName("type_url"),
                        chance.of("", "b", "type.googleapis.com/google.protobuf.Duration", values.text()))
                .setField(type.findFieldByName("value"), ByteString.EMPTY)
                .build();
    }

    private Message wrapped(Descriptor type, FieldDescriptor ruled, Chance chance, int depth) {
        var inner = type.findFieldByName("value");
        return DynamicMessage.newBuilder(type)
                .setField(inner, value(inner, ruled, chance, depth))
                .build();
    }
}

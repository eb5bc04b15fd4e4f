package dev.postroad.compiler.cel;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.DynamicMessage;
import dev.cel.common.types.SimpleType;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Messages by chance, of values at the bounds of their types, with unset fields and short lists. */
final class Subjects {
    private static final Set<String> WITHOUT_FIELDS =
            Set.of("google.protobuf.Any", "google.protobuf.Struct", "google.protobuf.Value");
    private static final int MOST = 3;

    private final Random random;
    private final Values values;

    Subjects(long seed) {
        random = new Random(seed);
        values = new Values(seed);
    }

    DynamicMessage of(Descriptor type) {
        return of(type, 0);
    }

    private DynamicMessage of(Descriptor type, int depth) {
        var message = DynamicMessage.newBuilder(type);
        for (var field : type.getFields()) {
            if (random.nextBoolean() && !WITHOUT_FIELDS.contains(type.getFullName())) {
                set(message, field, depth);
            }
        }
        return message.build();
    }

    private void set(DynamicMessage.Builder message, FieldDescriptor field, int depth) {
        if (!field.isRepeated()) {
            if (field.getJavaType() != JavaType.MESSAGE || depth < 2) {
                message.setField(field, value(field, depth));
            }
            return;
        }
        var keys = new HashSet<>();
        for (var i = random.nextInt(MOST); i > 0 && depth < 2; i--) {
            var value = value(field, depth);
            if (!field.isMapField() || keys.add(key((DynamicMessage) value))) {
                message.addRepeatedField(field, value);
            }
        }
    }

    private static Object key(DynamicMessage entry) {
        return entry.getField(entry.getDescriptorForType().findFieldByNumber(1));
    }

    private Object value(FieldDescriptor field, int depth) {
        return switch (field.getJavaType()) {
            case BOOLEAN -> values.of(SimpleType.BOOL);
            case INT -> ((Long) values.of(SimpleType.INT)).intValue();
            case LONG -> integer(field);
            case FLOAT -> ((Double) values.of(SimpleType.DOUBLE)).floatValue();
            case DOUBLE -> values.of(SimpleType.DOUBLE);
            case STRING -> wellFormed((String) values.of(SimpleType.STRING));
            case BYTE_STRING -> values.of(SimpleType.BYTES);
            case ENUM -> one(field.getEnumType().getValues());
            case MESSAGE -> of(field.getMessageType(), depth + 1);
        };
    }

    /** No time that java.time cannot hold: dev.cel fails where it meets one, even if it is only asked for presence. */
    private long integer(FieldDescriptor field) {
        var integer = (Long) values.of(SimpleType.INT);
        return field.getContainingType().getFile().getPackage().equals("google.protobuf")
                        && field.getName().equals("seconds")
                ? integer % Values.LONGEST
                : integer;
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** A text without surrogates that stand alone, which a message cannot be written with. */
    private static String wellFormed(String text) {
        return ByteString.copyFromUtf8(text).toStringUtf8();
    }
}

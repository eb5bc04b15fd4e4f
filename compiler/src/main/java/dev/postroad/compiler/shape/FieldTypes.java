package dev.postroad.compiler.shape;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.FieldDescriptor.Type;
import dev.postroad.compiler.finding.Breakage;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a change of a field's type means.
 *
 * @param isReadable whether the bytes of the one type are those of the other
 * @param breaks for whom
 * @param note what happens to values; empty if nothing is left to say
 */
record FieldTypes(boolean isReadable, Set<Breakage> breaks, String note) {
    /** The change from one scalar, enum or message type to another; empty if the type is the same. */
    static Optional<FieldTypes> change(FieldDescriptor before, FieldDescriptor after, TypeNames names) {
        if (before.getType() == after.getType()) {
            return isSameNamed(before, after, names)
                    ? Optional.empty()
                    : Optional.of(before.getJavaType() == JavaType.ENUM ? otherEnum() : unreadable());
        }
        if (Numbers.areAlike(before.getType(), after.getType())) {
            return Optional.of(numbers(before.getType(), after.getType()));
        }
        if (before.getType() == Type.STRING && after.getType() == Type.BYTES) {
            return Optional.of(new FieldTypes(
                    true,
                    EnumSet.of(Breakage.OLD_CONSUMERS, Breakage.JSON_READERS, Breakage.SOURCE_CODE),
                    "old consumers refuse bytes that are no UTF-8; JSON has base64"));
        }
        if (before.getType() == Type.BYTES && after.getType() == Type.STRING) {
            return Optional.of(new FieldTypes(
                    true,
                    EnumSet.of(
                            Breakage.STORED_MESSAGES,
                            Breakage.OLD_PRODUCERS,
                            Breakage.JSON_READERS,
                            Breakage.SOURCE_CODE),
                    "bytes that are no UTF-8 cannot be read; JSON had base64"));
        }
        return Optional.of(unreadable());
    }

    /** A field's type as it is written. */
    static String text(FieldDescriptor field) {
        if (field.isMapField()) {
            var entry = field.getMessageType();
            return "map<%s, %s>"
                    .formatted(
                            type(entry.getFields().get(0)),
                            type(entry.getFields().get(1)));
        }
        return (field.isRepeated() ? "repeated " : "") + type(field);
    }

    static String type(FieldDescriptor field) {
        return switch (field.getType()) {
            case MESSAGE -> field.getMessageType().getFullName();
            case GROUP -> field.getMessageType().getFullName() + " (delimited)";
            case ENUM -> field.getEnumType().getFullName();
            default -> field.getType().name().toLowerCase(Locale.ROOT);
        };
    }

    private static boolean isSameNamed(FieldDescriptor before, FieldDescriptor after, TypeNames names) {
        return switch (before.getJavaType()) {
            case MESSAGE ->
                before.getMessageType()
                                .getFullName()
                                .equals(after.getMessageType().getFullName())
                        || names.areRenamed(before.getMessageType(), after.getMessageType());
            case ENUM ->
                before.getEnumType().getFullName().equals(after.getEnumType().getFullName())
                        || names.areRenamed(before.getEnumType(), after.getEnumType());
            default -> true;
        };
    }

    private static FieldTypes otherEnum() {
        return new FieldTypes(true, EnumSet.allOf(Breakage.class), "a number stands for another value");
    }

    private static FieldTypes unreadable() {
        return new FieldTypes(false, EnumSet.allOf(Breakage.class), "");
    }

    private static FieldTypes numbers(Type before, Type after) {
        var breaks = EnumSet.of(Breakage.SOURCE_CODE);
        var note = "no value is cut";
        if (!Numbers.holds(after, before)) {
            breaks.addAll(Set.of(Breakage.STORED_MESSAGES, Breakage.OLD_PRODUCERS));
            note = "old values that %s cannot hold are cut or change their sign".formatted(word(after));
        }
        if (!Numbers.holds(before, after)) {
            breaks.add(Breakage.OLD_CONSUMERS);
            note = (breaks.size() > 2 ? note + "; " : "")
                    + "old consumers cut new values that %s cannot hold".formatted(word(before));
        }
        if (!Numbers.json(before).equals(Numbers.json(after))) {
            breaks.add(Breakage.JSON_READERS);
            note += "; JSON had %s and has %s".formatted(Numbers.json(before), Numbers.json(after));
        }
        return new FieldTypes(true, breaks, note);
    }

    private static String word(Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}

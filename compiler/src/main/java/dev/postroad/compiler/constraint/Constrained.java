package dev.postroad.compiler.constraint;

import build.buf.validate.FieldRules;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import dev.postroad.compiler.finding.Rule;
import dev.postroad.compiler.remark.Remarks;
import dev.postroad.contract.language.ValidationRules;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A value with rules: a field, or the items, keys or values that it holds.
 *
 * @param field the field that the rules are written at
 * @param type the field that types the value: the field itself, or the key or value of its map
 * @param part where the rules stand in the field's, such as {@code repeated.items}; empty for the field itself
 * @param rules the rules
 * @param remarks where remarks go
 */
record Constrained(FieldDescriptor field, FieldDescriptor type, String part, FieldRules rules, Remarks remarks) {
    /** This value, and those that it holds and that have rules of their own. */
    Stream<Constrained> withParts() {
        return Stream.concat(
                Stream.of(this), Stream.of(items(), keys(), values()).flatMap(Optional::stream));
    }

    private Optional<Constrained> items() {
        return isList() && rules.getRepeated().hasItems()
                ? Optional.of(part(field, "repeated.items", rules.getRepeated().getItems()))
                : Optional.empty();
    }

    private Optional<Constrained> keys() {
        return isMap() && rules.getMap().hasKeys()
                ? Optional.of(part(entry(1), "map.keys", rules.getMap().getKeys()))
                : Optional.empty();
    }

    private Optional<Constrained> values() {
        return isMap() && rules.getMap().hasValues()
                ? Optional.of(part(entry(2), "map.values", rules.getMap().getValues()))
                : Optional.empty();
    }

    private Constrained part(FieldDescriptor partType, String name, FieldRules partRules) {
        return new Constrained(field, partType, name, partRules, remarks);
    }

    private FieldDescriptor entry(int number) {
        return field.getMessageType().findFieldByNumber(number);
    }

    boolean isPart() {
        return !part.isEmpty();
    }

    boolean isMap() {
        return !isPart() && field.isMapField();
    }

    boolean isList() {
        return !isPart() && field.isRepeated() && !field.isMapField();
    }

    /** The rules of the value's type, such as a {@code StringRules}; empty if there are none. */
    Optional<Message> typeRules() {
        return ValidationRules.ofType(rules);
    }

    /** The name under which they stand, such as {@code string}. */
    Optional<FieldDescriptor> typeCase() {
        var oneof = FieldRules.getDescriptor().getOneofs().get(0);
        return Optional.ofNullable(rules.getOneofFieldDescriptor(oneof));
    }

    /** The name under which rules for this value stand; empty if its type has none. */
    Optional<String> fittingCase() {
        if (isMap()) {
            return Optional.of("map");
        }
        if (isList()) {
            return Optional.of("repeated");
        }
        if (type.getJavaType() != JavaType.MESSAGE) {
            return Optional.of(type.getType().name().toLowerCase(Locale.ROOT));
        }
        return switch (type.getMessageType().getFullName()) {
            case "google.protobuf.Any" -> Optional.of("any");
            case "google.protobuf.Duration" -> Optional.of("duration");
            case "google.protobuf.FieldMask" -> Optional.of("field_mask");
            case "google.protobuf.Timestamp" -> Optional.of("timestamp");
            case "google.protobuf.BoolValue",
                    "google.protobuf.BytesValue",
                    "google.protobuf.DoubleValue",
                    "google.protobuf.FloatValue",
                    "google.protobuf.Int32Value",
                    "google.protobuf.Int64Value",
                    "google.protobuf.StringValue",
                    "google.protobuf.UInt32Value",
                    "google.protobuf.UInt64Value" ->
                Optional.of(type.getMessageType().getName().replace("Value", "").toLowerCase(Locale.ROOT));
            default -> Optional.empty();
        };
    }

    /** The value in words. */
    String words() {
        return isPart() ? "%s of %s".formatted(part, field.getName()) : field.getName();
    }

    void remark(Rule rule, String message, String fix) {
        remarks.add(rule, field, message, fix);
    }

    void contradiction(String message) {
        remark(ConstraintRules.CONTRADICTION, "%s: %s".formatted(words(), message), "keep the one that is meant");
    }

    void useless(String message, String fix) {
        remark(ConstraintRules.USELESS, "%s: %s".formatted(words(), message), fix);
    }
}

package dev.postroad.compiler.cel;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import dev.postroad.compiler.cel.CelSite.OfPredefined;
import dev.postroad.compiler.expression.Expression.Constant;
import dev.postroad.compiler.expression.Type;
import java.util.List;
import java.util.Optional;

/** What a predefined rule sees of the rules that it stands among: all of it is known when it is read. */
record RuleConstants(OfPredefined site) {
    /** The value of the rule; empty if compiled rules have none like it. */
    Optional<Constant> rule() {
        return constant(site.rule(), site.rules().getField(site.rule()));
    }

    /** The value of another rule; empty if compiled rules have none like it, or dev.cel reads it other than it is. */
    Optional<Constant> other(FieldDescriptor field) {
        var isMisread = UnsignedContainers.isUint32(field)
                || field.isRepeated() && Type.of(field).element().equals(Type.UINT);
        return isMisread ? Optional.empty() : constant(field, site.rules().getField(field));
    }

    /** Whether another rule is set. */
    Constant has(FieldDescriptor field) {
        return Constant.of(
                field.isRepeated()
                        ? site.rules().getRepeatedFieldCount(field) > 0
                        : site.rules().hasField(field));
    }

    private static Optional<Constant> constant(FieldDescriptor field, Object value) {
        if (!field.isRepeated()) {
            return one(field, value).map(one -> new Constant(Type.of(field), one));
        }
        var all = ((List<?>) value).stream().map(element -> one(field, element)).toList();
        return all.stream().allMatch(Optional::isPresent)
                ? Optional.of(new Constant(
                        Type.of(field), all.stream().map(Optional::orElseThrow).toList()))
                : Optional.empty();
    }

    private static Optional<Object> one(FieldDescriptor field, Object value) {
        return switch (field.getType()) {
            // Unsigned numbers too: protovalidate hands those from the highest bit on to CEL with their sign repeated.
            case INT32, SINT32, SFIXED32, UINT32, FIXED32 -> Optional.of((long) (int) value);
            case ENUM -> Optional.of((long) ((EnumValueDescriptor) value).getNumber());
            case FLOAT -> number((double) (float) value);
            case DOUBLE -> number((double) value);
            case MESSAGE, GROUP -> message((Message) value);
            default -> Optional.of(value);
        };
    }

    /** What is not a number is not equal to itself, which a constant is. */
    private static Optional<Object> number(double number) {
        return Double.isNaN(number) ? Optional.empty() : Optional.of(number);
    }

    private static Optional<Object> message(Message message) {
        try {
            return switch (message.getDescriptorForType().getFullName()) {
                case "google.protobuf.Timestamp" -> Optional.of(Timestamp.parseFrom(message.toByteString()));
                case "google.protobuf.Duration" -> Optional.of(Duration.parseFrom(message.toByteString()));
                default -> Optional.empty();
            };
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a message cannot be read again: " + message, e);
        }
    }
}

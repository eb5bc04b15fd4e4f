package dev.postroad.compiler.cel;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.Type;
import com.google.protobuf.UInt32Value;
import dev.postroad.compiler.cel.CelSite.OfField;
import dev.postroad.compiler.cel.CelSite.OfPredefined;
import dev.postroad.compiler.expression.Expression;
import dev.postroad.compiler.expression.Expression.Select;
import dev.postroad.compiler.expression.Expression.Variable;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which lists and maps dev.cel reads other than as they are: it takes the unsigned numbers in a field for signed ones,
 * and protovalidate, where the field is {@code this}, those of 32 bits for unsigned ones of 64 whose upper half repeats
 * their sign. Rules on such elements fail or err; only protovalidate itself can say how.
 */
final class UnsignedContainers {
    private UnsignedContainers() {}

    static boolean isMisread(Expression expression, CelSite site) {
        if (expression instanceof Select select) {
            return holds(select.field(), field -> isUint32(field) || isUint64(field));
        }
        return expression instanceof Variable variable
                && variable.name().equals(Variable.THIS)
                && (site instanceof OfPredefined predefined ? predefined.value() : site) instanceof OfField of
                && of.isContainer()
                && holds(of.field(), UnsignedContainers::isUint32);
    }

    private static boolean holds(FieldDescriptor field, Predicate<FieldDescriptor> kind) {
        if (!field.isRepeated()) {
            return false;
        }
        return field.isMapField()
                ? Stream.of(1, 2).map(field.getMessageType()::findFieldByNumber).anyMatch(kind)
                : kind.test(field);
    }

    /** Whether a field's values are unsigned numbers of 32 bits, in a wrapper message or not. */
    static boolean isUint32(FieldDescriptor field) {
        return field.getType() == Type.UINT32
                || field.getType() == Type.FIXED32
                || field.getType() == Type.MESSAGE
                        && field.getMessageType()
                                .getFullName()
                                .equals(UInt32Value.getDescriptor().getFullName());
    }

    private static boolean isUint64(FieldDescriptor field) {
        return field.getType() == Type.UINT64 || field.getType() == Type.FIXED64;
    }
}

package dev.postroad.compiler.evaluation;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.function.UnaryOperator;

/** The value of a field, read from any message of its type, whether it has a generated class or not. */
public final class FieldValue {
    private final FieldDescriptor field;
    private final boolean isRepeated;
    private final boolean isNormal;
    private final UnaryOperator<Object> normal;

    private FieldValue(FieldDescriptor field, UnaryOperator<Object> normal) {
        this.field = field;
        this.isRepeated = field.isRepeated();
        this.isNormal = normal == Normal.AS_IT_IS;
        this.normal = normal;
    }

    /** The value of a field. */
    public static FieldValue of(FieldDescriptor field) {
        return new FieldValue(field, Normal.of(field));
    }

    /** The value in a message; the default where it is unset. */
    public Object in(Message message) {
        var value = message.getField(field);
        return isNormal ? value : normal.apply(value);
    }

    /** Whether a message has it: present, not its default where it has no presence, not empty if repeated. */
    public boolean isSet(Message message) {
        return isRepeated ? message.getRepeatedFieldCount(field) > 0 : message.hasField(field);
    }
}

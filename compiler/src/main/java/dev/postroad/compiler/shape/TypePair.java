package dev.postroad.compiler.shape;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.GenericDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Two versions of one message, or of one enum. */
public record TypePair(GenericDescriptor before, GenericDescriptor after) {
    /** The types of the fields that both versions have, by number or by name: each is to be compared too. */
    public List<TypePair> inner(TypeNames names, BothExtensions extensions) {
        if (!(before instanceof Descriptor old) || !(after instanceof Descriptor fresh)) {
            return List.of();
        }
        return same(extensions.before().withFields(old), extensions.after().withFields(fresh))
                .flatMap(same -> ofFields(same.getKey(), same.getValue(), names).stream())
                .distinct()
                .toList();
    }

    private static Stream<Map.Entry<FieldDescriptor, FieldDescriptor>> same(
            List<FieldDescriptor> before, List<FieldDescriptor> after) {
        return before.stream()
                .flatMap(old -> after.stream()
                        .filter(fresh -> fresh.getNumber() == old.getNumber()
                                || FieldNames.of(fresh).equals(FieldNames.of(old)))
                        .map(fresh -> Map.entry(old, fresh)));
    }

    /** Changes of this pair, apart from those of the types of its fields. */
    public List<Change> changes(TypeNames names, BothExtensions extensions) {
        if (before instanceof Descriptor old && after instanceof Descriptor fresh) {
            return new MessageComparison(old, fresh, names, extensions).changes();
        }
        return new EnumComparison((EnumDescriptor) before, (EnumDescriptor) after).changes();
    }

    private static Optional<TypePair> ofFields(FieldDescriptor before, FieldDescriptor after, TypeNames names) {
        if (before.getJavaType() != after.getJavaType()) {
            return Optional.empty();
        }
        var pair = before.getJavaType() == JavaType.MESSAGE
                ? new TypePair(before.getMessageType(), after.getMessageType())
                : before.getJavaType() == JavaType.ENUM
                        ? new TypePair(before.getEnumType(), after.getEnumType())
                        : null;
        return Optional.ofNullable(pair).filter(types -> names.areSame(types.before, types.after));
    }
}

package dev.postroad.compiler.privacy;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.postroad.compiler.proto.Elements;
import dev.postroad.compiler.proto.Extensions;
import dev.postroad.contract.language.ContractOptions;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Which messages are reached without passing a marked field: what lies only below marks is covered by them. */
final class Exposure {
    private Exposure() {}

    /** Begins at the messages with a topic, and at those that no other message uses. */
    static Set<Descriptor> of(Collection<FileDescriptor> files) {
        var extensions = new Extensions(files);
        var messages =
                files.stream().flatMap(file -> Elements.messages(file).stream()).toList();
        var used = new HashSet<Descriptor>();
        messages.forEach(message -> targets(message, extensions)
                .filter(reference -> reference.to() != message)
                .forEach(reference -> used.add(reference.to())));
        var open = new ArrayDeque<Descriptor>();
        messages.stream()
                .filter(message -> !used.contains(message)
                        || ContractOptions.topic(message).isPresent())
                .forEach(open::add);
        var exposed = new HashSet<>(open);
        while (!open.isEmpty()) {
            targets(open.remove(), extensions)
                    .filter(reference -> !ContractOptions.isPersonalData(reference.by()))
                    .map(Reference::to)
                    .filter(exposed::add)
                    .forEach(open::add);
        }
        return exposed;
    }

    private record Reference(FieldDescriptor by, Descriptor to) {}

    private static Stream<Reference> targets(Descriptor message, Extensions extensions) {
        return extensions.withFields(message).stream().flatMap(field -> {
            var value = field.isMapField() ? field.getMessageType().findFieldByNumber(2) : field;
            return value.getJavaType() == JavaType.MESSAGE
                    ? Stream.of(new Reference(field, value.getMessageType()))
                    : Stream.empty();
        });
    }
}

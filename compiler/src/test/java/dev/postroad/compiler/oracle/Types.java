package dev.postroad.compiler.oracle;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import dev.postroad.contract.language.ContractOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The messages, enums and extensions of one version of a schema. */
record Types(List<Descriptor> messages, List<EnumDescriptor> enums, List<FieldDescriptor> extensions) {
    static Types of(Collection<FileDescriptor> files) {
        var messages = new ArrayList<Descriptor>();
        files.forEach(file -> messages.addAll(file.getMessageTypes()));
        for (var index = 0; index < messages.size(); index++) {
            messages.addAll(messages.get(index).getNestedTypes());
        }
        var enums = Stream.concat(
                        files.stream().flatMap(file -> file.getEnumTypes().stream()),
                        messages.stream().flatMap(message -> message.getEnumTypes().stream()))
                .toList();
        var extensions = Stream.concat(
                        files.stream().flatMap(file -> file.getExtensions().stream()),
                        messages.stream().flatMap(message -> message.getExtensions().stream()))
                .toList();
        return new Types(messages, enums, extensions);
    }

    /** The extension of a name, without its scope: a schema has no simple name twice. */
    Optional<FieldDescriptor> extension(String name) {
        return extensions.stream()
                .filter(extension -> extension.getName().equals(name))
                .findFirst();
    }

    /** The extension of a message that has a number. */
    Optional<FieldDescriptor> extension(GenericDescriptor message, int number) {
        return extensions.stream()
                .filter(extension -> extension.getContainingType().equals(message) && extension.getNumber() == number)
                .findFirst();
    }

    /** Whether there is an extension of the full name, number and message of an old one. */
    boolean has(FieldDescriptor old) {
        return extensions.stream()
                .anyMatch(extension -> extension.getFullName().equals(old.getFullName())
                        && extension.getNumber() == old.getNumber()
                        && isVersionOf(extension.getContainingType(), old.getContainingType()));
    }

    /** Whether the message of an old extension declares its number as reserved. */
    boolean hasReserved(FieldDescriptor old) {
        return messages.stream()
                .filter(message -> isVersionOf(message, old.getContainingType()))
                .flatMap(message -> message.toProto().getExtensionRangeList().stream())
                .flatMap(range -> range.getOptions().getDeclarationList().stream())
                .anyMatch(declared -> declared.getReserved() && declared.getNumber() == old.getNumber());
    }

    /** Whether a message is another, whose name may have got another beginning. */
    private static boolean isVersionOf(Descriptor message, Descriptor old) {
        return message.getName().endsWith(old.getName());
    }

    /** The type of a name, which may lack its package and outer messages: a schema has no simple name twice. */
    Optional<GenericDescriptor> named(String name) {
        return Stream.<GenericDescriptor>concat(messages.stream(), enums.stream())
                .filter(type -> ("." + type.getFullName()).endsWith("." + name))
                .findFirst();
    }

    /** The message that the topic carries. */
    Optional<Descriptor> root() {
        return messages.stream()
                .filter(message -> ContractOptions.topic(message).isPresent())
                .findFirst();
    }

    /**
     * The full names of the types that the topic's message reaches by numbers that its newer version has too. Behind a
     * field that has the type of another nothing is reached: the field itself is what broke.
     */
    Set<String> reached(Types after) {
        var reached = new HashSet<String>();
        var fresh = after.root();
        root().ifPresent(old -> after.reach(old, fresh, reached, this));
        return reached;
    }

    private void reach(Descriptor old, Optional<Descriptor> fresh, Set<String> reached, Types before) {
        if (!reached.add(old.getFullName()) || fresh.isEmpty()) {
            return;
        }
        for (var field : old.getFields()) {
            var same = fresh.get().findFieldByNumber(field.getNumber());
            if (same != null && same.getJavaType() == field.getJavaType()) {
                reach(field, same, reached, before);
            }
        }
        for (var extension : before.extensions()) {
            if (extension.getContainingType().equals(old)) {
                extension(fresh.get(), extension.getNumber())
                        .filter(same -> same.getJavaType() == extension.getJavaType())
                        .ifPresent(same -> reach(extension, same, reached, before));
            }
        }
    }

    private void reach(FieldDescriptor old, FieldDescriptor fresh, Set<String> reached, Types before) {
        if (old.getJavaType() == JavaType.ENUM) {
            reached.add(old.getEnumType().getFullName());
        } else if (old.getJavaType() == JavaType.MESSAGE && !isOfAnother(old, fresh)) {
            reach(old.getMessageType(), Optional.of(fresh.getMessageType()), reached, before);
        }
    }

    /** Whether a field has another type, and not its old one under another name. */
    private boolean isOfAnother(FieldDescriptor old, FieldDescriptor fresh) {
        var name = old.getMessageType().getFullName();
        return !fresh.getMessageType().getFullName().equals(name)
                && messages.stream().anyMatch(message -> message.getFullName().equals(name));
    }
}

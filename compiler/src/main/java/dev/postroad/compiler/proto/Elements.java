package dev.postroad.compiler.proto;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is written in a file: its messages and enums at any depth, in their order, without what protoc adds for maps.
 */
public final class Elements {
    private Elements() {}

    /** The messages of a file, each before those nested in it. */
    public static List<Descriptor> messages(FileDescriptor file) {
        return file.getMessageTypes().stream().flatMap(Elements::withNested).toList();
    }

    /** The enums of a file. */
    public static List<EnumDescriptor> enums(FileDescriptor file) {
        return Stream.concat(
                        file.getEnumTypes().stream(),
                        messages(file).stream().flatMap(message -> message.getEnumTypes().stream()))
                .toList();
    }

    /** The fields of all messages of a file. */
    public static List<FieldDescriptor> fields(FileDescriptor file) {
        return messages(file).stream()
                .flatMap(message -> message.getFields().stream())
                .toList();
    }

    /** The extensions that a file declares, of whatever messages. */
    public static List<FieldDescriptor> extensions(FileDescriptor file) {
        return Stream.concat(
                        file.getExtensions().stream(),
                        messages(file).stream().flatMap(message -> message.getExtensions().stream()))
                .toList();
    }

    private static Stream<Descriptor> withNested(Descriptor message) {
        var nested = message.getNestedTypes().stream()
                .filter(type -> !type.getOptions().getMapEntry())
                .flatMap(Elements::withNested);
        return Stream.concat(Stream.of(message), nested);
    }
}

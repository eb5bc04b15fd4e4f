package dev.postroad.compiler.proto;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The extensions that files declare for messages of contracts: fields that stand outside of their message. Those of
 * options and of protovalidate's rules are none: they carry no data.
 */
public final class Extensions {
    private static final Set<String> NO_DATA = Set.of("google.protobuf", "buf.validate");

    private final Map<String, List<FieldDescriptor>> byMessage = new HashMap<>();
    private final Set<FileDescriptor> files = new HashSet<>();

    /** The extensions of some files. */
    public Extensions(Collection<FileDescriptor> declaring) {
        for (var file : declaring) {
            Elements.extensions(file).stream().filter(Extensions::isData).forEach(extension -> {
                files.add(file);
                byMessage
                        .computeIfAbsent(extension.getContainingType().getFullName(), name -> new ArrayList<>())
                        .add(extension);
            });
        }
        byMessage.values().forEach(extensions -> extensions.sort(Comparator.comparingInt(FieldDescriptor::getNumber)));
    }

    /** Whether an extension is one of a message that carries data. */
    public static boolean isData(FieldDescriptor extension) {
        return !NO_DATA.contains(extension.getContainingType().getFile().getPackage());
    }

    /** Those of a message, in the order of their numbers. */
    public List<FieldDescriptor> of(Descriptor message) {
        return List.copyOf(byMessage.getOrDefault(message.getFullName(), List.of()));
    }

    /** The fields of a message, in the order in which they are written, and its extensions. */
    public List<FieldDescriptor> withFields(Descriptor message) {
        return Stream.concat(message.getFields().stream(), of(message).stream()).toList();
    }

    /** The files that declare any. */
    public Set<FileDescriptor> files() {
        return Set.copyOf(files);
    }
}

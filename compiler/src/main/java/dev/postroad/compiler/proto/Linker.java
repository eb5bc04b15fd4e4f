package dev.postroad.compiler.proto;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.postroad.contract.language.ValidationRules;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Links files to those that they import. To be used by one thread. */
public final class Linker {
    private final Map<String, FileDescriptor> linked = new HashMap<>();

    /** A linker that knows some files, with all that they import. */
    private Linker(Collection<FileDescriptor> known) {
        known.forEach(this::add);
    }

    /** A linker that knows what every contract may import. */
    public static Linker ofStandardImports() {
        return new Linker(StandardImports.descriptors());
    }

    /** Whether a file is one that every contract may import without having it. */
    public static boolean isStandardImport(String name) {
        return StandardImports.contains(name);
    }

    /** Adds a file that is linked, with all that it imports. */
    void add(FileDescriptor file) {
        if (linked.putIfAbsent(file.getName(), file) == null) {
            file.getDependencies().forEach(this::add);
        }
    }

    /** A file that is known or was linked. */
    public Optional<FileDescriptor> find(String name) {
        return Optional.ofNullable(linked.get(name));
    }

    /**
     * Links a file, all of whose imports are known or were linked; one that is known stays as it is.
     *
     * @throws DescriptorValidationException if protobuf-java refuses it
     */
    public FileDescriptor link(FileDescriptorProto file) throws DescriptorValidationException {
        var known = linked.get(file.getName());
        if (known != null) {
            return known;
        }
        var imports = file.getDependencyList().stream().map(linked::get).toArray(FileDescriptor[]::new);
        var descriptor = FileDescriptor.buildFrom(file, imports);
        if (!ValidationRules.predefined(descriptor).isEmpty()) {
            descriptor = FileDescriptor.buildFrom(withPredefined(descriptor), imports);
        }
        linked.put(file.getName(), descriptor);
        return descriptor;
    }

    /** Options as generated classes have them; protovalidate judges otherwise beside a rule that is unknown bytes. */
    private static FileDescriptorProto withPredefined(FileDescriptor file) {
        try {
            return FileDescriptorProto.parseFrom(file.toProto().toByteString(), ValidationRules.registry(file));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("what was just written can be read: " + file.getName(), e);
        }
    }
}

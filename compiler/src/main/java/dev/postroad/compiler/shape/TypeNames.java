package dev.postroad.compiler.shape;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Which types there are on both sides, to tell a renamed type from another type. */
public final class TypeNames {
    private static final Set<String> STANDARD = Set.of("google.protobuf", "buf.validate", "postroad");

    private final Set<String> before;
    private final Set<String> after;

    /** The names of the types of two sets of files. */
    public TypeNames(Collection<FileDescriptor> before, Collection<FileDescriptor> after) {
        this.before = names(before);
        this.after = names(after);
    }

    /** Whether two types are one: of one name, or renamed. */
    public boolean areSame(GenericDescriptor old, GenericDescriptor fresh) {
        if (isStandard(old) || isStandard(fresh)) {
            return false;
        }
        return old.getFullName().equals(fresh.getFullName()) || areRenamed(old, fresh);
    }

    /** Whether a type got another name: the old name is gone, the new one was not there. */
    boolean areRenamed(GenericDescriptor old, GenericDescriptor fresh) {
        if (isMapEntry(old) && isMapEntry(fresh)) {
            return true;
        }
        return !isStandard(old)
                && !isStandard(fresh)
                && !after.contains(old.getFullName())
                && !before.contains(fresh.getFullName());
    }

    private static boolean isMapEntry(GenericDescriptor type) {
        return type instanceof Descriptor message && message.getOptions().getMapEntry();
    }

    private static boolean isStandard(GenericDescriptor type) {
        return STANDARD.contains(type.getFile().getPackage());
    }

    private static Set<String> names(Collection<FileDescriptor> files) {
        var names = new HashSet<String>();
        for (var file : files) {
            file.getEnumTypes().forEach(type -> names.add(type.getFullName()));
            file.getMessageTypes().forEach(type -> add(type, names));
        }
        return names;
    }

    private static void add(Descriptor message, Set<String> names) {
        names.add(message.getFullName());
        message.getEnumTypes().forEach(type -> names.add(type.getFullName()));
        message.getNestedTypes().forEach(type -> add(type, names));
    }
}

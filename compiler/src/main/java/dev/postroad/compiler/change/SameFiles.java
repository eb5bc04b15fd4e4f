package dev.postroad.compiler.change;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import dev.postroad.compiler.shape.BothExtensions;
import dev.postroad.compiler.shape.TypePair;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Knows which files are the same on both sides, with all that they import: what is in them need not be compared. */
final class SameFiles {
    private final Map<FileDescriptor, Boolean> known = new HashMap<>();
    private final boolean areExtensionsSame;

    SameFiles(BothExtensions extensions) {
        this.areExtensionsSame =
                areSame(extensions.before().files(), extensions.after().files());
    }

    /** Extensions of what is in the files may stand in others. */
    private boolean areSame(Set<FileDescriptor> before, Set<FileDescriptor> after) {
        return before.size() == after.size()
                && before.stream()
                        .allMatch(old -> after.stream()
                                // The answer about a file is kept, so only its counterpart may be asked about.
                                .anyMatch(fresh -> fresh.getName().equals(old.getName()) && areSame(old, fresh)));
    }

    boolean hold(TypePair pair) {
        return hold(pair.before(), pair.after());
    }

    boolean hold(GenericDescriptor before, GenericDescriptor after) {
        return areExtensionsSame
                && before.getFullName().equals(after.getFullName())
                && areSame(before.getFile(), after.getFile());
    }

    private boolean areSame(FileDescriptor before, FileDescriptor after) {
        var answer = known.get(before);
        if (answer == null) {
            answer = compare(before, after);
            known.put(before, answer);
        }
        return answer;
    }

    private boolean compare(FileDescriptor before, FileDescriptor after) {
        if (before == after) {
            return true;
        }
        var old = before.getDependencies();
        var fresh = after.getDependencies();
        if (!before.getName().equals(after.getName())
                || old.size() != fresh.size()
                || !withoutSource(before).equals(withoutSource(after))) {
            return false;
        }
        for (var index = 0; index < old.size(); index++) {
            if (!areSame(old.get(index), fresh.get(index))) {
                return false;
            }
        }
        return true;
    }

    /** As bytes, since the same predefined rule is another extension on each side. */
    private static ByteString withoutSource(FileDescriptor file) {
        return file.toProto().toBuilder().clearSourceCodeInfo().build().toByteString();
    }
}

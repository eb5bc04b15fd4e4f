package dev.postroad.compiler.shape;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a field. */
sealed interface FieldMatch {
    /** It has its number and its name. */
    record Same(FieldDescriptor before, FieldDescriptor after) implements FieldMatch {}

    /** It has its number, and another name. */
    record Renamed(FieldDescriptor before, FieldDescriptor after) implements FieldMatch {}

    /** It has its name, and another number. */
    record Renumbered(FieldDescriptor before, FieldDescriptor after) implements FieldMatch {}

    /** It has traded its number with another field. */
    record Swapped(FieldDescriptor before, FieldDescriptor after, FieldDescriptor other) implements FieldMatch {}

    /** It is gone, and another field has its number. */
    record Reused(FieldDescriptor before, FieldDescriptor after) implements FieldMatch {}

    /** It is gone. */
    record Deleted(FieldDescriptor before) implements FieldMatch {}

    /** It is new. */
    record Added(FieldDescriptor after) implements FieldMatch {}

    /** What became of each field of a message, in the order of the old one; new fields come last. */
    static List<FieldMatch> of(Descriptor before, Descriptor after) {
        var matches = new ArrayList<FieldMatch>();
        var known = new HashSet<FieldDescriptor>();
        for (var field : before.getFields()) {
            var byName = after.findFieldByName(field.getName());
            var byNumber = after.findFieldByNumber(field.getNumber());
            if (byName != null) {
                known.add(byName);
                if (byName.equals(byNumber)) {
                    matches.add(new Same(field, byName));
                } else {
                    moved(field, byName, byNumber == null ? null : before.findFieldByName(byNumber.getName()), matches);
                }
            } else if (byNumber == null) {
                matches.add(new Deleted(field));
            } else {
                known.add(byNumber);
                var isNew = before.findFieldByName(byNumber.getName()) == null;
                matches.add(
                        isNew && isRenamed(field, byNumber)
                                ? new Renamed(field, byNumber)
                                : new Reused(field, byNumber));
            }
        }
        after.getFields().stream()
                .filter(field -> !known.contains(field))
                .forEach(field -> matches.add(new Added(field)));
        return matches;
    }

    private static void moved(
            FieldDescriptor field, FieldDescriptor after, @Nullable FieldDescriptor partner, List<FieldMatch> matches) {
        if (partner == null || partner.getNumber() != after.getNumber()) {
            matches.add(new Renumbered(field, after));
        } else if (field.getNumber() < partner.getNumber()) {
            matches.add(new Swapped(field, after, partner));
        }
    }

    /** A field of the same type under the same number is the old one, unless its old name was given up for good. */
    private static boolean isRenamed(FieldDescriptor before, FieldDescriptor after) {
        return before.getType() == after.getType()
                && before.isRepeated() == after.isRepeated()
                && before.isMapField() == after.isMapField()
                && !after.getContainingType().isReservedName(before.getName());
    }
}

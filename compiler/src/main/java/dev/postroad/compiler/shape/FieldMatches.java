package dev.postroad.compiler.shape;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.postroad.compiler.shape.FieldMatch.Added;
import dev.postroad.compiler.shape.FieldMatch.Deleted;
import dev.postroad.compiler.shape.FieldMatch.Renamed;
import dev.postroad.compiler.shape.FieldMatch.Renumbered;
import dev.postroad.compiler.shape.FieldMatch.Reused;
import dev.postroad.compiler.shape.FieldMatch.Same;
import dev.postroad.compiler.shape.FieldMatch.Swapped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Matches two lists of fields by name and number. Used once. */
final class FieldMatches {
    private final List<FieldDescriptor> before;
    private final List<FieldDescriptor> after;
    private final Map<String, FieldDescriptor> oldByName;
    private final Map<String, FieldDescriptor> newByName;
    private final Map<Integer, FieldDescriptor> newByNumber;
    private final Set<FieldDescriptor> known = new HashSet<>();
    private final List<FieldMatch> matches = new ArrayList<>();

    FieldMatches(List<FieldDescriptor> before, List<FieldDescriptor> after) {
        this.before = before;
        this.after = after;
        this.oldByName = by(FieldNames::of, before);
        this.newByName = by(FieldNames::of, after);
        this.newByNumber = by(FieldDescriptor::getNumber, after);
    }

    /** Of two files that cannot both be imported, the first counts. */
    private static <K> Map<K, FieldDescriptor> by(Function<FieldDescriptor, K> key, List<FieldDescriptor> fields) {
        return fields.stream().collect(Collectors.toMap(key, Function.identity(), (one, other) -> one));
    }

    List<FieldMatch> all() {
        before.forEach(this::match);
        after.stream().filter(field -> !known.contains(field)).forEach(field -> matches.add(new Added(field)));
        return matches;
    }

    private void match(FieldDescriptor field) {
        var byName = newByName.get(FieldNames.of(field));
        var byNumber = newByNumber.get(field.getNumber());
        if (byName != null) {
            known.add(byName);
            if (byName.equals(byNumber)) {
                matches.add(new Same(field, byName));
            } else {
                moved(field, byName, byNumber == null ? null : oldByName.get(FieldNames.of(byNumber)));
            }
        } else if (byNumber == null) {
            matches.add(new Deleted(field));
        } else {
            known.add(byNumber);
            var isNew = !oldByName.containsKey(FieldNames.of(byNumber));
            matches.add(
                    isNew && isRenamed(field, byNumber) ? new Renamed(field, byNumber) : new Reused(field, byNumber));
        }
    }

    private void moved(FieldDescriptor field, FieldDescriptor now, @Nullable FieldDescriptor partner) {
        if (partner == null || partner.getNumber() != now.getNumber()) {
            matches.add(new Renumbered(field, now));
        } else if (field.getNumber() < partner.getNumber()) {
            matches.add(new Swapped(field, now, partner));
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

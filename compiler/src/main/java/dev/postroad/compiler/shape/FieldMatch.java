package dev.postroad.compiler.shape;

import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.List;

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

    /**
     * What became of each field, in the order of the old ones; new fields come last.
     *
     * @param before the fields of a message and its extensions
     * @param after those that it has now
     */
    static List<FieldMatch> of(List<FieldDescriptor> before, List<FieldDescriptor> after) {
        return new FieldMatches(before, after).all();
    }
}

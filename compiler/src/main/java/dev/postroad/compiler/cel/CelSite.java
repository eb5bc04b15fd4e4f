package dev.postroad.compiler.cel;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;

/** Where an expression stands, which says what {@code this} is. */
public sealed interface CelSite {
    /** A rule of a message. */
    static CelSite ofMessage(Descriptor message) {
        return new OfMessage(message);
    }

    /**
     * A rule of a field.
     *
     * @param field the field; of a map's keys or values that of the entry
     * @param oneElement whether the rule is about one element of a repeated field
     */
    static CelSite ofField(FieldDescriptor field, boolean oneElement) {
        return new OfField(field, oneElement);
    }

    /** A rule of a message. */
    record OfMessage(Descriptor message) implements CelSite {}

    /** A rule of a field, or of one of its elements. */
    record OfField(FieldDescriptor field, boolean oneElement) implements CelSite {
        /** Whether {@code this} is a list or a map. */
        boolean isContainer() {
            return field.isRepeated() && !oneElement;
        }
    }
}

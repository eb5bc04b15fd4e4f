package dev.postroad.compiler.cel;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

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

    /**
     * A predefined rule, where a value has it among the rules of its type.
     *
     * @param field the field; of a map's keys or values that of the entry
     * @param oneElement whether the rules are about one element of a repeated field
     * @param rules the rules of the type, such as a {@code StringRules}, which CEL calls {@code rules}
     * @param rule the extension, whose value CEL calls {@code rule}
     */
    static CelSite ofPredefined(FieldDescriptor field, boolean oneElement, Message rules, FieldDescriptor rule) {
        return new OfPredefined(new OfField(field, oneElement), rules, rule);
    }

    /** The type of {@code this}, as CEL writes it. */
    default String subject() {
        return Types.name(Types.of(this));
    }

    /** A rule of a message. */
    record OfMessage(Descriptor message) implements CelSite {}

    /** A predefined rule among the rules of a value's type. */
    record OfPredefined(OfField value, Message rules, FieldDescriptor rule) implements CelSite {
        /** What CEL calls the rules of the type. */
        static final String RULES = "rules";
        /** What CEL calls the value of the rule. */
        static final String RULE = "rule";
    }

    /** A rule of a field, or of one of its elements. */
    record OfField(FieldDescriptor field, boolean oneElement) implements CelSite {
        /** Whether {@code this} is a list or a map. */
        boolean isContainer() {
            return field.isRepeated() && !oneElement;
        }
    }
}

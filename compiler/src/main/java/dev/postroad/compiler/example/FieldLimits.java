package dev.postroad.compiler.example;

import build.buf.validate.FieldRules;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.postroad.contract.language.ValidationRules;

/** The rules of a field, as far as they decide how many values it has. */
record FieldLimits(FieldRules rules) {
    static FieldLimits of(FieldDescriptor field) {
        return new FieldLimits(ValidationRules.of(field));
    }

    boolean isLimited() {
        return !rules.equals(FieldRules.getDefaultInstance());
    }

    boolean isRequired() {
        return rules.getRequired();
    }

    boolean isDistinct() {
        return rules.hasMap() || rules.getRepeated().getUnique();
    }

    /** One item or entry, unless more are asked for or none is allowed. */
    int usualSize() {
        var list = rules.getRepeated();
        var map = rules.getMap();
        var least = Math.max(1, Math.max(list.getMinItems(), map.getMinPairs()));
        var most = list.hasMaxItems() ? list.getMaxItems() : map.hasMaxPairs() ? map.getMaxPairs() : least;
        return (int) Math.min(Math.min(least, Math.max(most, 0)), Integer.MAX_VALUE);
    }

    /** The rules of a single value: the field's own, or those of its items. */
    FieldRules items() {
        return rules.hasRepeated() ? rules.getRepeated().getItems() : rules;
    }

    FieldLimits keys() {
        return new FieldLimits(rules.getMap().getKeys());
    }

    FieldLimits values() {
        return new FieldLimits(rules.getMap().getValues());
    }
}

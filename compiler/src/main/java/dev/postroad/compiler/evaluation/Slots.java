package dev.postroad.compiler.evaluation;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Where the variables of one rule have their values. */
final class Slots {
    private final Map<String, Integer> slots = new HashMap<>();

    /** The slot of a variable; a new one for a new name. */
    int of(String variable) {
        return slots.computeIfAbsent(variable, name -> slots.size());
    }

    /** The slot of a variable, if it has one. */
    OptionalInt find(String variable) {
        var slot = slots.get(variable);
        return slot == null ? OptionalInt.empty() : OptionalInt.of(slot);
    }

    int count() {
        return slots.size();
    }
}

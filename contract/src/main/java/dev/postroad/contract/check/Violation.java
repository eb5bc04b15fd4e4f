package dev.postroad.contract.check;

import org.jspecify.annotations.Nullable;

/**
 * A constraint that a message breaks.
 *
 * @param field the path to the field, such as {@code lines[2].amount}; empty for a rule of the whole message
 * @param rule the stable id of the rule, such as {@code string.email}
 * @param sentence what the rule asks for
 */
public record Violation(String field, String rule, String sentence) {
    /** The only violation of a message for which a rule cannot be evaluated, such as one that divides by zero. */
    public static Violation evaluationError(@Nullable String reason) {
        return new Violation("", "evaluation-error", "a rule cannot be evaluated: " + reason);
    }

    @Override
    public String toString() {
        return "%s%s [%s]".formatted(field.isEmpty() ? "" : field + ": ", sentence, rule);
    }
}

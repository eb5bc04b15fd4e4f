package dev.postroad.contract.check;

/**
 * A constraint that a message breaks.
 *
 * @param field the path to the field, such as {@code lines[2].amount}; empty for a rule of the whole message
 * @param rule the stable id of the rule, such as {@code string.email}
 * @param sentence what the rule asks for
 */
public record Violation(String field, String rule, String sentence) {
    @Override
    public String toString() {
        return "%s%s [%s]".formatted(field.isEmpty() ? "" : field + ": ", sentence, rule);
    }
}

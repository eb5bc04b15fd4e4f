package dev.postroad.compiler.remark;

import dev.postroad.compiler.finding.Place;
import dev.postroad.compiler.finding.Rule;

/**
 * A comment that allows what a rule of lint remarks.
 *
 * @param place where the comment stands
 * @param rule the rule that may be broken there
 * @param reason why
 */
public record Allowance(Place place, Rule rule, String reason) {
    public Allowance {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("an allowance has a reason");
        }
    }

    @Override
    public String toString() {
        return "%s: %s: %s".formatted(place, rule, reason);
    }
}

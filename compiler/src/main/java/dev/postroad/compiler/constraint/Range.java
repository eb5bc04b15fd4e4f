package dev.postroad.compiler.constraint;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What {@code lt}, {@code lte}, {@code gt} and {@code gte} leave of a type's values.
 *
 * @param lower the bound from below
 * @param upper the bound from above
 */
record Range(Optional<Bound> lower, Optional<Bound> upper) {
    /**
     * One end.
     *
     * @param rule the rule that sets it
     * @param shown as it is written
     * @param value where it is
     * @param inclusive whether the value itself belongs to the range
     */
    record Bound(FieldDescriptor rule, String shown, BigDecimal value, boolean inclusive) {
        @Override
        public String toString() {
            return rule.getName() + ": " + shown;
        }
    }

    static Range of(Message rules) {
        return new Range(
                bound(rules, "gt", false).or(() -> bound(rules, "gte", true)),
                bound(rules, "lt", false).or(() -> bound(rules, "lte", true)));
    }

    private static Optional<Bound> bound(Message rules, String name, boolean inclusive) {
        var rule = rules.getDescriptorForType().findFieldByName(name);
        if (rule == null || !rules.hasField(rule)) {
            return Optional.empty();
        }
        var value = rules.getField(rule);
        return Quantity.of(rule, value).map(at -> new Bound(rule, Choices.shown(value), at, inclusive));
    }

    /** Whether the two ends stand the wrong way round, which protovalidate reads as the values outside of them. */
    boolean isInverted() {
        return lower.isPresent()
                && upper.isPresent()
                && upper.get().value().compareTo(lower.get().value()) < 0;
    }

    /** Whether nothing lies between the ends. */
    boolean isEmpty() {
        if (lower.isEmpty() || upper.isEmpty() || isInverted()) {
            return false;
        }
        var low = lower.get();
        var high = upper.get();
        if (low.inclusive() && high.inclusive()) {
            return false;
        }
        var width = high.value().subtract(low.value());
        var neither = !low.inclusive() && !high.inclusive();
        return width.signum() == 0
                || neither && Quantity.isDiscrete(low.rule()) && width.compareTo(BigDecimal.ONE) == 0;
    }

    /** The rule that refuses a value. */
    Optional<String> refuses(BigDecimal value) {
        var tooLow = lower.filter(bound -> value.compareTo(bound.value()) < (bound.inclusive() ? 0 : 1));
        var tooHigh = upper.filter(bound -> value.compareTo(bound.value()) > (bound.inclusive() ? 0 : -1));
        if (isInverted()) {
            return tooLow.isPresent() && tooHigh.isPresent() ? tooLow.map(Bound::toString) : Optional.empty();
        }
        return tooLow.or(() -> tooHigh).map(Bound::toString);
    }
}

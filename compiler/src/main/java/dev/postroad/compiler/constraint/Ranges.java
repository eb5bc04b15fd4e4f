package dev.postroad.compiler.constraint;

import com.google.protobuf.Message;

/** Whether the bounds of numbers, durations and times leave something. */
final class Ranges {
    private Ranges() {}

    static void check(Constrained value, Message rules) {
        var range = Range.of(rules);
        if (range.isInverted()) {
            value.remark(
                    ConstraintRules.INVERTED,
                    "%s: %s and %s accept what lies outside of both"
                            .formatted(
                                    value.words(),
                                    range.lower().orElseThrow(),
                                    range.upper().orElseThrow()),
                    "swap them, or allow it with the reason");
        }
        if (range.isEmpty()) {
            value.contradiction("nothing is both %s and %s"
                    .formatted(range.lower().orElseThrow(), range.upper().orElseThrow()));
        }
        if (value.rules().getTimestamp().getLtNow()
                && value.rules().getTimestamp().getGtNow()) {
            value.contradiction("nothing is both lt_now and gt_now");
        }
    }
}

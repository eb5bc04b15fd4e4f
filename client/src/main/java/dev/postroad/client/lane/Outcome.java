package dev.postroad.client.lane;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** What became of a record when it was handled. */
public sealed interface Outcome {
    /** The record is dealt with; the group's offset may pass it. */
    Outcome DONE = new Done();

    /** The record was not begun, because one before it in its batch failed; it comes back without an attempt. */
    Outcome NOT_BEGUN = new NotBegun();

    /** The record is dealt with. */
    record Done() implements Outcome {}

    /** The record was not begun. */
    record NotBegun() implements Outcome {}

    /**
     * The record is handled again after a delay. Until then the records behind it wait: all of its partition in order,
     * those of its key if order is kept by key.
     *
     * @param delay not negative
     */
    record Again(Duration delay) implements Outcome {
        public Again {
            if (delay.isNegative()) {
                throw new IllegalArgumentException(
                        "a record cannot be handled again %s ago".formatted(delay.negated()));
            }
        }
    }

    /**
     * The record is on its way to another topic, and dealt with when it is stored there; the records behind it go on.
     *
     * @param stored completes normally, and only when the record is stored; while it does not, the offset stays
     */
    record Moved(CompletionStage<?> stored) implements Outcome {}
}

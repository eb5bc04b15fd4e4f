package dev.postroad.client.subscribe;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A partition that waits at a record whose handler failed.
 *
 * @param offset of the record
 * @param failures so far, counted from 1
 * @param until when the record is tried again
 */
record RetryPause(long offset, int failures, Instant until) {
    private static final int LONGEST_SECONDS = 30;

    /** The pause after a failure at a record, given the one before on the same partition. */
    static RetryPause after(long offset, @Nullable RetryPause previous, Instant now) {
        var failures = previous != null && previous.offset() == offset ? previous.failures() + 1 : 1;
        // Five doublings of a second pass the longest pause; stopping there keeps the shift from overflowing.
        var seconds = Math.min(LONGEST_SECONDS, 1 << Math.min(failures - 1, 5));
        return new RetryPause(offset, failures, now.plus(Duration.ofSeconds(seconds)));
    }
}

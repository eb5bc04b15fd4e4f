package dev.postroad.client.subscribe;

import java.time.Duration;

/** How long a record whose handler failed waits until it is handled again. */
final class RetryPause {
    private static final int LONGEST_SECONDS = 30;

    private RetryPause() {}

    /**
     * The pause after a failure: 1 s, doubling to 30 s.
     *
     * @param failures so far, counted from 1
     */
    static Duration after(int failures) {
        // Five doublings of a second pass the longest pause; stopping there keeps the shift from overflowing.
        return Duration.ofSeconds(Math.min(LONGEST_SECONDS, 1 << Math.min(failures - 1, 5)));
    }
}

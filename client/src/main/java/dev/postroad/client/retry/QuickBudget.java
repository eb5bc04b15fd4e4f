package dev.postroad.client.retry;

import java.time.Duration;

/**
 * How long the lanes of a subscription may wait for quick retries: five seconds at once, and a tenth of the time that
 * passes. Where many records fail, those behind them are not held up for all of them.
 *
 * <p>Safe for use by several threads.
 */
final class QuickBudget {
    private static final long MOST = Duration.ofSeconds(5).toNanos();
    private static final int SHARE = 10;

    private long left = MOST;
    private long seen;

    QuickBudget(long nanos) {
        seen = nanos;
    }

    /** Takes a pause from the budget, if it is left. */
    synchronized boolean take(Duration pause, long nanos) {
        left = Math.min(MOST, left + (nanos - seen) / SHARE);
        seen = nanos;
        if (left < pause.toNanos()) {
            return false;
        }
        left -= pause.toNanos();
        return true;
    }
}

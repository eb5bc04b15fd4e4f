package dev.postroad.client.subscribe;

import java.time.Duration;

/**
 * Thrown by a handler that knows when it is worth to try again, as when another system has said so.
 *
 * <p>The record is handled again after that time, at the earliest. It waits where the subscription's
 * {@link dev.postroad.client.retry.Retries} let it wait: in place, if order is kept or a second is not passed; else in
 * the topic for delayed retries whose delay fits. This uses up no delayed retry, for a day from the record's first
 * failure on.
 */
public final class RetryAfterException extends Exception {
    private static final long serialVersionUID = 1;
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Duration delay;

    /**
     * A wish.
     *
     * @param delay how long to wait at least, up to a day
     * @param reason why, for the log
     * @throws IllegalArgumentException if the delay is negative or longer than a day
     */
    public RetryAfterException(Duration delay, String reason) {
        super(reason);
        if (delay.isNegative() || delay.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a record cannot be retried after %s; use up to a day".formatted(delay));
        }
        this.delay = delay;
    }

    /** How long to wait at least. */
    public Duration delay() {
        return delay;
    }
}

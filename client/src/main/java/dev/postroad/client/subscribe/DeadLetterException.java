package dev.postroad.client.subscribe;

/**
 * Thrown by a handler that knows that no attempt will succeed: the record goes to the group's topic for dead letters at
 * once. With {@link dev.postroad.client.retry.Retries#untilHandled()}, which has none, it is tried again all the same.
 */
public final class DeadLetterException extends Exception {
    private static final long serialVersionUID = 1;

    /** A reason that whoever looks at the dead letter can act on; without personal data. */
    public DeadLetterException(String reason) {
        super(reason);
    }

    /** A reason that whoever looks at the dead letter can act on, and what led to it. */
    public DeadLetterException(String reason, Throwable cause) {
        super(reason, cause);
    }
}

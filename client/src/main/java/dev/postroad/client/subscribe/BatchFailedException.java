package dev.postroad.client.subscribe;

/** Thrown by a {@link BatchHandler} that knows which message could not be handled. Those before it are dealt with. */
public final class BatchFailedException extends Exception {
    private static final long serialVersionUID = 1;

    private final int index;

    /**
     * A failure.
     *
     * @param index of the message in the batch, from 0
     * @param cause what went wrong; a {@link DeadLetterException} or {@link RetryAfterException} means for that message
     *     what it means for a single one
     */
    public BatchFailedException(int index, Throwable cause) {
        super("message %d of the batch could not be handled".formatted(index), cause);
        this.index = index;
    }

    /** What went wrong with that message. */
    Exception reason() {
        return getCause() instanceof Exception reason ? reason : this;
    }

    /** The index of the message in the batch, from 0. */
    public int index() {
        return index;
    }
}

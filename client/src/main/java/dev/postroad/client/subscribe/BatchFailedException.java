package dev.postroad.client.subscribe;

/** Thrown by a {@link BatchHandler} that knows which message could not be handled. Those before it are dealt with. */
public final class BatchFailedException extends Exception {
    private static final long serialVersionUID = 1;

    private final int index;

    /**
     * A failure.
     *
     * @param index of the message in the batch, from 0
     * @param cause what went wrong
     */
    public BatchFailedException(int index, Throwable cause) {
        super("message %d of the batch could not be handled".formatted(index), cause);
        this.index = index;
    }

    /** The index of the message in the batch, from 0. */
    public int index() {
        return index;
    }
}

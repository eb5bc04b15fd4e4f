package dev.postroad.client.subscribe;

/** A record does not hold its topic's message. Its publisher, or whoever runs an older contract here, must act. */
public final class UnreadableRecordException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableRecordException(String message) {
        super(message);
    }

    UnreadableRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}

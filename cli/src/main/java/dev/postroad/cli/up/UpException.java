package dev.postroad.cli.up;

/** A bus cannot be run here, or ended by itself. The caller must act, as the message says. */
public final class UpException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UpException(String message) {
        super(message);
    }

    UpException(String message, Throwable cause) {
        super(message, cause);
    }
}

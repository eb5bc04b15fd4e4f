package dev.postroad.compiler.baseline;

import org.jspecify.annotations.Nullable;

/** What a check is to compare with cannot be read. The message says what the caller can do. */
public final class NoBaselineException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoBaselineException(String message) {
        super(message);
    }

    NoBaselineException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

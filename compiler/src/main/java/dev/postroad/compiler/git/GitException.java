package dev.postroad.compiler.git;

import org.jspecify.annotations.Nullable;

/** Git does not give what it was asked for. The message says why; what to do instead, the caller knows. */
public final class GitException extends RuntimeException {
    private static final long serialVersionUID = 1;

    GitException(String message) {
        this(message, null);
    }

    GitException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

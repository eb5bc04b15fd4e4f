package dev.postroad.cli.bus;

import org.jspecify.annotations.Nullable;

/** The command cannot tell which bus or cluster is meant. The caller must say. */
public final class NoBusException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoBusException(@Nullable String message) {
        super(message);
    }
}

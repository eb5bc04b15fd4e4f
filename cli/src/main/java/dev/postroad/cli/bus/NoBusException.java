package dev.postroad.cli.bus;

/** The command cannot tell which bus or cluster is meant. The caller must say. */
public final class NoBusException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoBusException(String message) {
        super(message);
    }
}

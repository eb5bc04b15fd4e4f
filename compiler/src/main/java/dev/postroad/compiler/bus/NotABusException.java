package dev.postroad.compiler.bus;

/** The folder is no bus repository. The caller must name another. */
public final class NotABusException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotABusException(String message) {
        super(message);
    }
}

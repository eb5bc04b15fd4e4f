package dev.postroad.compiler.proto;

/** There is no protoc that can be run here. Whoever installed Postroad must act. */
public final class ProtocUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ProtocUnavailableException(String message) {
        super(message);
    }

    ProtocUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}

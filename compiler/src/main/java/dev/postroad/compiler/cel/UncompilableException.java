package dev.postroad.compiler.cel;

/** A part of an expression has no form as one of ours. */
final class UncompilableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String reason;

    UncompilableException(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}

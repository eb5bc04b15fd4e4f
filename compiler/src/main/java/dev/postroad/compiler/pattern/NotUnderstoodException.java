package dev.postroad.compiler.pattern;

/** A pattern from which no nodes can be made. */
final class NotUnderstoodException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean isEndless;

    NotUnderstoodException(String reason) {
        this(reason, false);
    }

    private NotUnderstoodException(String reason, boolean isEndless) {
        super(reason);
        this.isEndless = isEndless;
    }

    /** A pattern with which the library must not be asked: it would not come to an end, or fill the stack. */
    static NotUnderstoodException endless(String reason) {
        return new NotUnderstoodException(reason, true);
    }

    boolean isEndless() {
        return isEndless;
    }

    /** The reason as a clause. */
    String reason() {
        return String.valueOf(getMessage());
    }
}

package dev.postroad.client.connection;

/** The service may not do what it has to. Whoever gives out rights must act. */
public final class RightMissingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The exception for what is said in a sentence, with the way out. */
    public RightMissingException(String sentence) {
        super(sentence);
    }
}

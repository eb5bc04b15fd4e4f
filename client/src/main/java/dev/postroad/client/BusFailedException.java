package dev.postroad.client;

/** The subscriptions of a service have ended by themselves. The cause says who must act. */
public final class BusFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BusFailedException(String service, Throwable cause) {
        super("the subscriptions of %s have ended: %s".formatted(service, cause.getMessage()), cause);
    }
}

package dev.postroad.client.connection;

/** The broker answered, and refused, as when the service lacks a right. The platform must act. */
public final class BrokerRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokerRefusedException(String bootstrap, Throwable cause) {
        super("the Kafka broker at %s refused: %s".formatted(bootstrap, cause.getMessage()), cause);
    }
}

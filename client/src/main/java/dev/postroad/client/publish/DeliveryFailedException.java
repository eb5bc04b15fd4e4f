package dev.postroad.client.publish;

/**
 * A message was sent, and Kafka did not acknowledge it. The outside world must act; it may have been stored all the
 * same.
 */
public final class DeliveryFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DeliveryFailedException(String topic, Throwable cause) {
        super("a message for %s was not acknowledged: %s".formatted(topic, cause.getMessage()), cause);
    }
}

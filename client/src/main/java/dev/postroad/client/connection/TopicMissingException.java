package dev.postroad.client.connection;

/** The topic of a contract is not on the cluster. The platform must act. */
public final class TopicMissingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TopicMissingException(String topic, String bootstrap, Throwable cause) {
        super(
                "topic %s is not on the cluster at %s; create it with: postroad apply".formatted(topic, bootstrap),
                cause);
    }
}

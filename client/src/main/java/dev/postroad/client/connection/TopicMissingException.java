package dev.postroad.client.connection;

/** The topic of a contract is not on the cluster. The platform must act. */
public final class TopicMissingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The exception for Kafka's name of a topic, and where it was looked for. */
    public TopicMissingException(String topic, String bootstrap, Throwable cause) {
        super(
                "topic %s is not on the cluster at %s; create it with: postroad apply".formatted(topic, bootstrap),
                cause);
    }
}

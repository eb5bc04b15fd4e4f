package dev.postroad.client.connection;

import java.util.List;

/** Topics that the service needs are not on the cluster. The platform must act. */
public final class TopicMissingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * The exception for topics.
     *
     * @param topics Kafka's names, one at least
     * @param bootstrap where they were looked for
     * @param wayOut what to do about it
     */
    public TopicMissingException(List<String> topics, String bootstrap, String wayOut) {
        super("%s %s not on the cluster at %s; %s"
                .formatted(
                        (topics.size() == 1 ? "topic " : "topics ") + String.join(", ", topics),
                        topics.size() == 1 ? "is" : "are",
                        bootstrap,
                        wayOut));
    }
}

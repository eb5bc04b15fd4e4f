package dev.postroad.platform.cluster;

import dev.postroad.client.connection.TopicMissingException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A tool's connection to one cluster. Safe for use by several threads. */
public final class ClusterConnection implements AutoCloseable {
    private static final String CLIENT_ID = "postroad";
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(6);

    private final String bootstrap;
    private final int answerMillis;
    private final Admin admin;

    private ClusterConnection(String bootstrap, int answerMillis, Admin admin) {
        this.bootstrap = bootstrap;
        this.answerMillis = answerMillis;
        this.admin = admin;
    }

    /**
     * Connects to a cluster that answers within six seconds; whether it does is seen at the first question.
     *
     * @throws ClusterUnreachableException if the address cannot be used
     */
    public static ClusterConnection open(String bootstrap) {
        return open(bootstrap, ANSWER_WITHIN);
    }

    /**
     * Connects to a cluster that may take longer, such as one that has only just started on a busy machine.
     *
     * @param answerWithin how long an answer may take, at least a second
     * @throws ClusterUnreachableException if the address cannot be used
     */
    public static ClusterConnection open(String bootstrap, Duration answerWithin) {
        var millis = Math.toIntExact(answerWithin.toMillis());
        return new ClusterConnection(
                bootstrap,
                millis,
                opening(
                        bootstrap,
                        () -> Admin.create(Map.of(
                                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                                CommonClientConfigs.CLIENT_ID_CONFIG, CLIENT_ID,
                                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis,
                                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis / 2))));
    }

    private static <C> C opening(String bootstrap, Supplier<C> client) {
        try {
            return client.get();
        } catch (KafkaException e) {
            throw new ClusterUnreachableException(bootstrap, e);
        }
    }

    /** Where the cluster is. */
    public String bootstrap() {
        return bootstrap;
    }

    /** Kafka's administration client. */
    public Admin admin() {
        return admin;
    }

    /** A consumer without a group, for looking only. */
    private KafkaConsumer<byte[], byte[]> reader() {
        return opening(
                bootstrap,
                () -> new KafkaConsumer<>(
                        Map.of(
                                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                                CommonClientConfigs.CLIENT_ID_CONFIG, CLIENT_ID,
                                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, answerMillis,
                                ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, answerMillis,
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer()));
    }

    /**
     * Waits for an answer.
     *
     * @throws ClusterUnreachableException if none comes in time
     * @throws ClusterRefusedException if the cluster answers with an error
     */
    public <V> V answer(KafkaFuture<V> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw cause instanceof TimeoutException || cause instanceof DisconnectException
                    ? new ClusterUnreachableException(bootstrap, cause)
                    : new ClusterRefusedException(bootstrap, cause);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /**
     * Opens something on a consumer without a group; the consumer is closed if that fails.
     *
     * @throws ClusterUnreachableException if a question to the cluster is not answered in time
     */
    public <V> V reading(Function<KafkaConsumer<byte[], byte[]>, V> opening) {
        var consumer = reader();
        var opened = false;
        try {
            var value = opening.apply(consumer);
            opened = true;
            return value;
        } catch (TimeoutException e) {
            throw new ClusterUnreachableException(bootstrap, e);
        } finally {
            if (!opened) {
                consumer.close();
            }
        }
    }

    /**
     * The partitions of topics.
     *
     * @throws TopicMissingException if a topic is not on the cluster
     */
    public List<TopicPartition> partitions(Collection<String> topics) {
        return admin.describeTopics(topics).topicNameValues().entrySet().stream()
                .flatMap(topic -> describe(topic.getKey(), topic.getValue()).partitions().stream()
                        .map(partition -> new TopicPartition(topic.getKey(), partition.partition())))
                .toList();
    }

    /**
     * Removes every member from a consumer group; one that is alive joins again. A group that is not there has none.
     */
    public void removeMembers(String group) {
        try {
            var description =
                    answer(admin.describeConsumerGroups(List.of(group)).all()).get(group);
            if (description != null && !description.members().isEmpty()) {
                answer(admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                        .all());
            }
        } catch (ClusterRefusedException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw e;
            }
        }
    }

    private TopicDescription describe(String topic, KafkaFuture<TopicDescription> future) {
        try {
            return answer(future);
        } catch (ClusterRefusedException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                throw new TopicMissingException(List.of(topic), bootstrap, "create it with: postroad apply");
            }
            throw e;
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}

package dev.postroad.platform.cluster;

import dev.postroad.client.connection.TopicMissingException;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.client.settings.KafkaOverrides;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
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
    private final Map<String, Object> readerProperties;
    private final Admin admin;

    private ClusterConnection(String bootstrap, Map<String, Object> readerProperties, Admin admin) {
        this.bootstrap = bootstrap;
        this.readerProperties = readerProperties;
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
        return open(bootstrap, CLIENT_ID, Map.of(), KafkaOverrides.none(), answerWithin);
    }

    /**
     * Connects to a cluster that answers within six seconds, as a service with these settings does: with their TLS and
     * SASL, and their overrides.
     *
     * @throws ClusterUnreachableException if the address cannot be used
     * @throws IllegalArgumentException if the file of a secret cannot be read
     */
    public static ClusterConnection open(BusSettings settings) {
        return open(
                settings.bootstrap(),
                settings.service(),
                settings.security().kafkaProperties(),
                settings.kafka(),
                ANSWER_WITHIN);
    }

    private static ClusterConnection open(
            String bootstrap,
            String clientId,
            Map<String, Object> security,
            KafkaOverrides overrides,
            Duration answerWithin) {
        var millis = Math.toIntExact(answerWithin.toMillis());
        var common = new HashMap<>(security);
        common.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        common.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
        common.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
        var reader = new HashMap<>(common);
        reader.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, millis);
        reader.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        reader.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        reader.putAll(overrides.ofConsumer());
        common.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, millis / 2);
        common.putAll(overrides.ofAdmin());
        return new ClusterConnection(bootstrap, Map.copyOf(reader), opening(bootstrap, () -> Admin.create(common)));
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
                () -> new KafkaConsumer<>(readerProperties, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
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

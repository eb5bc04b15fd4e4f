package dev.postroad.client.connection;

import dev.postroad.client.settings.BusSettings;
import dev.postroad.contract.topic.Contract;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import javax.security.auth.login.LoginException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Where the Kafka clients of one service come from. Safe for use by several threads. */
public final class Connection implements AutoCloseable {
    /** How long the first look at the cluster may take. */
    private static final int LOOK_MILLIS = 8_000;

    private final BusSettings settings;
    private final Map<String, Object> shared;
    private @Nullable Admin admin;
    private @Nullable Producer<byte[], byte[]> producer;

    /** A connection that opens nothing until it is needed. */
    public Connection(BusSettings settings) {
        this.settings = settings;
        this.shared = shared(settings);
    }

    /** What all clients of the service have in common. */
    private static Map<String, Object> shared(BusSettings settings) {
        var properties = new HashMap<>(settings.security().kafkaProperties());
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrap());
        properties.put(CommonClientConfigs.CLIENT_ID_CONFIG, settings.service());
        return properties;
    }

    private Map<String, Object> with(Map<String, Object> own) {
        var properties = new HashMap<>(shared);
        properties.putAll(own);
        return properties;
    }

    /**
     * Makes sure that the broker answers and has the topic of a contract.
     *
     * @throws BrokerUnreachableException if no broker answers within 8 seconds
     * @throws BrokerRefusedException if the broker answers with an error
     * @throws TopicMissingException if the topic is not there
     */
    public void requireTopic(Contract contract) {
        if (!hasTopic(contract.kafkaTopic())) {
            throw new TopicMissingException(
                    contract.kafkaTopic(), settings.bootstrap(), missing(contract.kafkaTopic()));
        }
    }

    private static Throwable missing(String topic) {
        return new UnknownTopicOrPartitionException(topic);
    }

    /**
     * Whether the cluster has a topic.
     *
     * @throws BrokerUnreachableException if no broker answers within 8 seconds
     * @throws BrokerRefusedException if the broker answers with an error
     */
    public boolean hasTopic(String topic) {
        try {
            admin().describeTopics(List.of(topic)).allTopicNames().get();
            return true;
        } catch (ExecutionException e) {
            var cause = Optional.ofNullable(e.getCause()).orElse(e);
            if (cause instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw cause instanceof TimeoutException || cause instanceof DisconnectException
                    ? new BrokerUnreachableException(settings.bootstrap(), cause)
                    : new BrokerRefusedException(settings.bootstrap(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = opening(() -> Admin.create(with(Map.of(
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                    LOOK_MILLIS,
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                    LOOK_MILLIS / 2))));
        }
        return admin;
    }

    /** The producer that all publishers of this connection share: idempotent, acknowledged by all replicas. */
    public synchronized Producer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = opening(() -> new KafkaProducer<>(
                    with(Map.of(
                            ProducerConfig.ACKS_CONFIG,
                            "all",
                            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                            true,
                            ProducerConfig.COMPRESSION_TYPE_CONFIG,
                            "lz4",
                            ProducerConfig.LINGER_MS_CONFIG,
                            5,
                            ProducerConfig.MAX_BLOCK_MS_CONFIG,
                            10_000)),
                    new ByteArraySerializer(),
                    new ByteArraySerializer()));
        }
        return producer;
    }

    /** A consumer of a group, which starts at the oldest record and commits only what it is told to. */
    public KafkaConsumer<byte[], byte[]> consumer(String group) {
        return opening(() -> new KafkaConsumer<>(
                with(Map.of(
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                        CooperativeStickyAssignor.class.getName())),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer()));
    }

    private <C> C opening(Supplier<C> client) {
        try {
            return client.get();
        } catch (KafkaException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof LoginException refused) {
                    throw new LoginFailedException(settings.bootstrap(), refused);
                }
            }
            // Kafka wraps what is wrong with the address, such as a host that no name server knows.
            throw new BrokerUnreachableException(settings.bootstrap(), e);
        }
    }

    /** Sends what is still waiting, for at most five seconds, and lets go of the cluster. */
    @Override
    public synchronized void close() {
        try {
            if (producer != null) {
                producer.close(Duration.ofSeconds(5));
            }
        } finally {
            if (admin != null) {
                admin.close(Duration.ZERO);
            }
        }
    }
}

package dev.postroad.client.settings;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;

/**
 * Properties of Kafka's clients that a service sets otherwise than Postroad does. Each is logged and reported. What the
 * promises of the client rest on cannot be overridden.
 *
 * @param properties by Kafka's names
 */
public record KafkaOverrides(Map<String, String> properties) {
    /** What a property's name begins with in a file of settings. */
    public static final String PREFIX = "kafka.";

    /** What a property's name begins with in the environment; there it is in capitals, with underscores for dots. */
    public static final String VARIABLE_PREFIX = "POSTROAD_KAFKA_";

    private static final KafkaOverrides NONE = new KafkaOverrides(Map.of());

    /** Delivery, order, or the group would not be what is promised. */
    private static final Set<String> DENIED = Set.of(
            "acks",
            "allow.auto.create.topics",
            "auto.offset.reset",
            "bootstrap.servers",
            "client.id",
            "enable.auto.commit",
            "enable.idempotence",
            "group.id",
            "heartbeat.interval.ms",
            "key.deserializer",
            "key.serializer",
            "max.in.flight.requests.per.connection",
            "partition.assignment.strategy",
            "partitioner.class",
            "partitioner.ignore.keys",
            "retries",
            "session.timeout.ms",
            "transactional.id",
            "value.deserializer",
            "value.serializer");

    public KafkaOverrides {
        properties = Map.copyOf(new TreeMap<>(properties));
        properties.keySet().forEach(KafkaOverrides::require);
        requireProtocol(properties.get(ConsumerConfig.GROUP_PROTOCOL_CONFIG));
    }

    private static void require(String property) {
        if (DENIED.contains(property)) {
            throw new IllegalArgumentException(
                    "Kafka's %s cannot be overridden: what Postroad promises rests on it".formatted(property));
        }
        if (!ProducerConfig.configNames().contains(property)
                && !ConsumerConfig.configNames().contains(property)
                && !AdminClientConfig.configNames().contains(property)) {
            throw new IllegalArgumentException(
                    "Kafka's clients have no property %s; look it up in Kafka's documentation".formatted(property));
        }
    }

    private static void requireProtocol(@Nullable String said) {
        if (said != null && !said.equals("classic") && !said.equals("consumer")) {
            throw new IllegalArgumentException(
                    "Kafka's group.protocol cannot be '%s'; it is classic or consumer, and chosen by what the cluster has if it is left out"
                            .formatted(said));
        }
    }

    /** Nothing. */
    public static KafkaOverrides none() {
        return NONE;
    }

    /** Those that a producer has. */
    public Map<String, String> ofProducer() {
        return among(ProducerConfig.configNames());
    }

    /** Those that a consumer has. */
    public Map<String, String> ofConsumer() {
        return among(ConsumerConfig.configNames());
    }

    /** Those that an admin client has. */
    public Map<String, String> ofAdmin() {
        return among(AdminClientConfig.configNames());
    }

    private Map<String, String> among(Set<String> names) {
        return properties.entrySet().stream()
                .filter(property -> names.contains(property.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The names of the properties: values may be secrets. */
    @Override
    public String toString() {
        return new TreeMap<>(properties).keySet().toString();
    }
}

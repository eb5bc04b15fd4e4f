package dev.postroad.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What a test sees of the cluster, and does to it, with plain Kafka clients. */
public final class TestCluster implements AutoCloseable {
    private final Map<String, Object> address;
    private final Admin admin;

    /** The cluster at an address. */
    public TestCluster(String bootstrap) {
        address = Map.of("bootstrap.servers", bootstrap);
        admin = Admin.create(address);
    }

    /** An address at which nobody listens. */
    public static String closedPort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return "localhost:" + free.getLocalPort();
        }
    }

    /** Creates a topic by hand. */
    public void create(String topic, int partitions, Map<String, String> configuration) {
        var created = new NewTopic(topic, partitions, (short) 1).configs(configuration);
        admin.createTopics(List.of(created))
                .all()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        // The controller answers before the broker knows the topic.
        await().until(() -> topics().contains(topic));
    }

    /** The names of all topics. */
    public Set<String> topics() {
        return admin.listTopics()
                .names()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** The number of a topic's partitions. */
    public int partitions(String topic) {
        return describe(topic).partitions().size();
    }

    /** Whoever has created a topic is told so before the broker knows it. */
    private TopicDescription describe(String topic) {
        return await().ignoreExceptions().until(() -> described(topic), description -> true);
    }

    private TopicDescription described(String topic) {
        return admin.describeTopics(List.of(topic))
                .allTopicNames()
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .values()
                .iterator()
                .next();
    }

    /** The value of a topic's setting. */
    public String setting(String topic, String key) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var unused = describe(topic);
        return admin.describeConfigs(List.of(resource))
                .all()
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .values()
                .iterator()
                .next()
                .get(key)
                .value();
    }

    /** How many records a topic holds. */
    public long size(String topic) {
        var latest = IntStream.range(0, partitions(topic))
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return admin.listOffsets(latest).all().toCompletionStage().toCompletableFuture().join().values().stream()
                .mapToLong(end -> end.offset())
                .sum();
    }

    /** Writes records as they are, in their order. */
    public void write(List<ProducerRecord<byte[], byte[]>> records) {
        try (var producer = new KafkaProducer<>(address, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var written : records) {
                assertThat(producer.send(written)).succeedsWithin(Duration.ofSeconds(10));
            }
        }
    }

    /** A member of a consumer group, once it subscribes. */
    public KafkaConsumer<byte[], byte[]> member(String group) {
        var settings = new HashMap<>(address);
        settings.put("group.id", group);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** How many members a consumer group has. */
    public int members(String group) {
        return admin
                .describeConsumerGroups(List.of(group))
                .all()
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .values()
                .stream()
                .mapToInt(description -> description.members().size())
                .sum();
    }

    @Override
    public void close() {
        admin.close();
    }
}

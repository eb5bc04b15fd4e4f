package dev.postroad.client;

import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.postroad.contract.report.ClientReport;
import dev.postroad.contract.topic.DerivedTopics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What a test sees of the cluster with plain Kafka clients. A topic has one partition, unless a test says otherwise.
 */
final class TestCluster implements AutoCloseable {
    private final Map<String, Object> address;
    private final Admin admin;

    TestCluster(String bootstrap) {
        address = Map.of("bootstrap.servers", bootstrap);
        admin = Admin.create(address);
    }

    void recreate(String... topics) {
        recreate(1, topics);
    }

    void recreate(int partitions, String... topics) {
        Arrays.stream(topics).forEach(this::delete);
        // The broker lets go of a deleted topic's name a moment after the deletion.
        await().ignoreExceptions().until(() -> {
            var missing = new ArrayList<>(List.of(topics));
            missing.removeAll(get(admin.listTopics().names()));
            get(admin.createTopics(missing.stream()
                            .map(topic -> new NewTopic(topic, partitions, (short) 1))
                            .toList())
                    .all());
            return get(admin.listTopics().names()).containsAll(List.of(topics));
        });
    }

    /** Creates the topics that groups with the standard retries need; others of their names stay. */
    void derive(String group, String... topics) {
        for (var topic : topics) {
            create(new DerivedTopics(topic, group).standard());
        }
    }

    void create(Collection<String> topics) {
        create(topics, Map.of());
    }

    void create(Collection<String> topics, Map<String, String> configuration) {
        var missing = new ArrayList<>(topics);
        missing.removeAll(get(admin.listTopics().names()));
        get(admin.createTopics(missing.stream()
                        .map(topic -> new NewTopic(topic, 1, (short) 1).configs(configuration))
                        .toList())
                .all());
        await().until(() -> get(admin.listTopics().names()).containsAll(topics));
    }

    void delete(String topic) {
        try {
            get(admin.deleteTopics(List.of(topic)).all());
        } catch (UnknownTopicOrPartitionException e) {
            return;
        }
        await().until(() -> !get(admin.listTopics().names()).contains(topic));
    }

    void write(ProducerRecord<byte[], byte[]> sent) {
        var large = new HashMap<>(address);
        large.put("max.request.size", 20 << 20);
        try (var producer = new KafkaProducer<>(large, new ByteArraySerializer(), new ByteArraySerializer())) {
            var unused = producer.send(sent).get();
        } catch (ExecutionException e) {
            throw new AssertionError("not written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        try (var consumer =
                new KafkaConsumer<byte[], byte[]>(address, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var end = consumer.endOffsets(List.of(partition)).get(partition);
            var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (end != null && consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
            return found;
        }
    }

    /** The offset that a group has committed; 0 if it has committed none. */
    long committed(String group, String topic) {
        var offsets = get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return Optional.ofNullable(offsets.get(new TopicPartition(topic, 0)))
                .map(offset -> offset.offset())
                .orElse(0L);
    }

    static ClientReport report(byte[] value) {
        try {
            return ClientReport.parseFrom(value);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("a report cannot be read", e);
        }
    }

    private static <V> V get(KafkaFuture<V> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}

package dev.postroad.client.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** The logs of some topics. Some offsets are left out, as where transactions leave their markers. */
final class SimulatedTopics {
    private final Random random;
    private final Steps steps;
    private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> logs = new LinkedHashMap<>();
    private final Map<String, Integer> partitions = new LinkedHashMap<>();

    SimulatedTopics(Random random, Steps steps) {
        this.random = random;
        this.steps = steps;
    }

    void create(String topic, int count) {
        partitions.put(topic, count);
        for (var number = 0; number < count; number++) {
            logs.put(new TopicPartition(topic, number), new ArrayList<>());
        }
    }

    /** Stores a record at the end of its partition, which its key decides unless it names one. */
    ConsumerRecord<byte[], byte[]> append(ProducerRecord<byte[], byte[]> record) {
        var partition = new TopicPartition(record.topic(), partition(record));
        var log = log(partition);
        var last = log.isEmpty() ? -1 : log.get(log.size() - 1).offset();
        var stored = new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                last + (random.nextInt(8) == 0 ? 3 : 1),
                steps.clock().millis(),
                TimestampType.CREATE_TIME,
                record.key() == null ? -1 : record.key().length,
                record.value() == null ? -1 : record.value().length,
                record.key(),
                record.value(),
                new RecordHeaders(record.headers().toArray()),
                Optional.of(1));
        log.add(stored);
        return stored;
    }

    private int partition(ProducerRecord<byte[], byte[]> record) {
        if (record.partition() != null) {
            return record.partition();
        }
        var count = Objects.requireNonNull(partitions.get(record.topic()), () -> record.topic() + " does not exist");
        var hash = record.key() == null ? random.nextInt() : Arrays.hashCode(record.key());
        return Math.floorMod(hash, count);
    }

    /** The partitions of all topics. */
    Set<TopicPartition> partitions() {
        return logs.keySet();
    }

    List<ConsumerRecord<byte[], byte[]>> from(TopicPartition partition, long offset, int most) {
        return log(partition).stream()
                .filter(record -> record.offset() >= offset)
                .limit(most)
                .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> log(TopicPartition partition) {
        return Objects.requireNonNull(logs.get(partition), () -> partition + " does not exist");
    }
}

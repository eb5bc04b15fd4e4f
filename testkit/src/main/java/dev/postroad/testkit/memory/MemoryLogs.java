package dev.postroad.testkit.memory;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** The records of all topics, and what groups have committed. Safe for use by several threads. */
public final class MemoryLogs {
    private static final int NOTHING = -1;

    private final int partitions;
    private final Clock clock;
    private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> logs = new HashMap<>();
    private final Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = new HashMap<>();
    private final Map<String, Set<String>> joined = new HashMap<>();
    private int next;
    private long changes;

    /**
     * Logs without records.
     *
     * @param partitions how many each topic has, at least 1
     */
    public MemoryLogs(int partitions, Clock clock) {
        if (partitions < 1) {
            throw new IllegalArgumentException("a topic has at least one partition, not %d".formatted(partitions));
        }
        this.partitions = partitions;
        this.clock = clock;
    }

    /** The partitions of a topic. */
    public List<TopicPartition> partitions(String topic) {
        return IntStream.range(0, partitions)
                .mapToObj(number -> new TopicPartition(topic, number))
                .toList();
    }

    /** Stores a record: in its partition, in that of its key, or in the next one. */
    public synchronized RecordMetadata append(ProducerRecord<byte[], byte[]> record) {
        var partition = new TopicPartition(record.topic(), partition(record));
        var log = logs.computeIfAbsent(partition, unused -> new ArrayList<>());
        var offset = log.size();
        var timestamp = Optional.ofNullable(record.timestamp()).orElseGet(clock::millis);
        log.add(new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                timestamp,
                TimestampType.CREATE_TIME,
                size(record.key()),
                size(record.value()),
                record.key(),
                record.value(),
                // A copy: the caller may go on with its own.
                new ProducerRecord<>(record.topic(), null, record.key(), record.value(), record.headers()).headers(),
                Optional.empty()));
        changed();
        return new RecordMetadata(partition, offset, 0, timestamp, size(record.key()), size(record.value()));
    }

    private int partition(ProducerRecord<byte[], byte[]> record) {
        if (record.partition() != null) {
            return record.partition();
        }
        return Math.floorMod(record.key() == null ? next++ : Arrays.hashCode(record.key()), partitions);
    }

    private static int size(byte @Nullable [] bytes) {
        return bytes == null ? NOTHING : bytes.length;
    }

    private void changed() {
        changes++;
        notifyAll();
    }

    /** The records of a partition from an offset on. */
    public synchronized List<ConsumerRecord<byte[], byte[]>> from(TopicPartition partition, long offset, int most) {
        var log = logs.getOrDefault(partition, List.of());
        var from = (int) Math.min(offset, log.size());
        return List.copyOf(log.subList(from, Math.min(log.size(), from + most)));
    }

    /** The offset that the next record of a partition gets. */
    public synchronized long end(TopicPartition partition) {
        return logs.getOrDefault(partition, List.of()).size();
    }

    synchronized void join(String group, Set<String> topics) {
        joined.put(group, topics);
        changed();
    }

    /** The topics that a group reads. */
    public synchronized Set<String> topics(String group) {
        return joined.getOrDefault(group, Set.of());
    }

    synchronized void commit(String group, Map<TopicPartition, OffsetAndMetadata> offsets) {
        committed.computeIfAbsent(group, unused -> new HashMap<>()).putAll(offsets);
        changed();
    }

    /** Where a group goes on; at the beginning, if it has committed nothing. */
    public synchronized long committed(String group, TopicPartition partition) {
        return Optional.ofNullable(committed.getOrDefault(group, Map.of()).get(partition))
                .map(OffsetAndMetadata::offset)
                .orElse(0L);
    }

    /** How often something has changed. */
    public synchronized long changes() {
        return changes;
    }

    /** Waits until something has changed since then, for so long at most. */
    public synchronized void awaitChange(long since, Duration most) throws InterruptedException {
        var deadline = System.nanoTime() + most.toNanos();
        while (changes == since) {
            var left = deadline - System.nanoTime();
            if (left <= 0) {
                return;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}

package dev.postroad.testkit.memory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.clients.consumer.RetriableCommitFailedException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * The one member of a group, or a reader without one; Kafka's own mock is here for what nobody calls. Used by one
 * thread.
 */
final class MemoryConsumer extends MockConsumer<byte[], byte[]> {
    private static final int MOST_POLLED = 500;
    private static final Duration LONGEST_POLL = Duration.ofMillis(5);
    private static final String NO_GROUP = "";

    private final MemoryLogs logs;
    private final String group;
    private final Faults faults;
    private final Map<TopicPartition, Long> positions = new LinkedHashMap<>();
    private final Set<TopicPartition> paused = new HashSet<>();
    private final List<Runnable> callbacks = new ArrayList<>();
    private Set<String> topics = Set.of();
    private int rebalances;
    private @Nullable ConsumerRebalanceListener listener;

    private MemoryConsumer(MemoryLogs logs, String group, Faults faults) {
        super("earliest");
        this.logs = logs;
        this.group = group;
        this.faults = faults;
    }

    static MemoryConsumer member(MemoryLogs logs, String group, Faults faults) {
        return new MemoryConsumer(logs, group, faults);
    }

    static MemoryConsumer reader(MemoryLogs logs) {
        return new MemoryConsumer(logs, NO_GROUP, new Faults());
    }

    static List<PartitionInfo> infos(List<TopicPartition> partitions) {
        var node = new Node(0, "memory", 0);
        return partitions.stream()
                .map(each ->
                        new PartitionInfo(each.topic(), each.partition(), node, new Node[] {node}, new Node[] {node}))
                .toList();
    }

    @Override
    public void subscribe(Collection<String> some, ConsumerRebalanceListener told) {
        topics = Set.copyOf(some);
        listener = told;
        logs.join(group, topics);
    }

    @Override
    public Set<String> subscription() {
        return topics;
    }

    @Override
    public void assign(Collection<TopicPartition> partitions) {
        positions.clear();
        partitions.forEach(partition -> positions.put(partition, 0L));
    }

    @Override
    public Set<TopicPartition> assignment() {
        return Set.copyOf(positions.keySet());
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        List.copyOf(callbacks).forEach(Runnable::run);
        callbacks.clear();
        rebalance();
        var before = logs.changes();
        var fetched = fetched();
        if (fetched.isEmpty()) {
            // What is finished meanwhile is committed after a poll, so a poll does not wait for long.
            awaitChange(before, timeout.compareTo(LONGEST_POLL) < 0 ? timeout : LONGEST_POLL);
            fetched = fetched();
        }
        return fetched;
    }

    private void awaitChange(long since, Duration timeout) {
        try {
            logs.awaitChange(since, timeout);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void rebalance() {
        var told = listener;
        if (told == null) {
            return;
        }
        var forced = faults.rebalances();
        if (forced != rebalances && !positions.isEmpty()) {
            told.onPartitionsRevoked(assignment());
            positions.clear();
            paused.clear();
        }
        rebalances = forced;
        var given = topics.stream()
                .flatMap(topic -> logs.partitions(topic).stream())
                .filter(partition -> !positions.containsKey(partition))
                .collect(Collectors.toSet());
        if (!given.isEmpty()) {
            given.forEach(partition -> positions.put(partition, logs.committed(group, partition)));
            told.onPartitionsAssigned(given);
        }
    }

    private ConsumerRecords<byte[], byte[]> fetched() {
        var records = new HashMap<TopicPartition, List<ConsumerRecord<byte[], byte[]>>>();
        var next = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (var partition : List.copyOf(positions.keySet())) {
            var some = paused.contains(partition) ? NONE : logs.from(partition, position(partition), MOST_POLLED);
            if (!some.isEmpty()) {
                var position = position(partition) + some.size();
                records.put(partition, some);
                next.put(partition, new OffsetAndMetadata(position));
                positions.put(partition, position);
            }
        }
        return new ConsumerRecords<>(records, next);
    }

    private static final List<ConsumerRecord<byte[], byte[]>> NONE = List.of();

    @Override
    public long position(TopicPartition partition) {
        return Objects.requireNonNull(positions.get(partition), () -> partition + " is not assigned");
    }

    @Override
    public OptionalLong currentLag(TopicPartition partition) {
        return OptionalLong.of(logs.end(partition) - position(partition));
    }

    @Override
    public void seekToBeginning(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> positions.put(partition, 0L));
    }

    @Override
    public void seek(TopicPartition partition, long offset) {
        positions.put(partition, offset);
    }

    @Override
    public void pause(Collection<TopicPartition> some) {
        paused.addAll(some);
    }

    @Override
    public void resume(Collection<TopicPartition> some) {
        paused.removeAll(some);
    }

    @Override
    public Set<TopicPartition> paused() {
        return Set.copyOf(paused);
    }

    @Override
    public void commitAsync(Map<TopicPartition, OffsetAndMetadata> offsets, OffsetCommitCallback callback) {
        var isDropped = faults.dropsCommit();
        if (!isDropped) {
            logs.commit(group, offsets);
        }
        // As Kafka's consumer does: in the next poll.
        callbacks.add(() -> callback.onComplete(
                offsets, isDropped ? new RetriableCommitFailedException("dropped by the test") : null));
    }

    @Override
    public void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
        if (faults.dropsCommit()) {
            throw new RetriableCommitFailedException("dropped by the test");
        }
        logs.commit(group, offsets);
    }

    @Override
    public Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions) {
        return partitions.stream().collect(Collectors.toMap(partition -> partition, logs::end));
    }

    @Override
    public List<PartitionInfo> partitionsFor(String topic) {
        return infos(logs.partitions(topic));
    }

    @Override
    public void close(CloseOptions options) {
        close();
    }

    @Override
    public void close() {
        positions.clear();
    }
}

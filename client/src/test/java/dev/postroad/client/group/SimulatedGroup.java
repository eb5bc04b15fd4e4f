package dev.postroad.client.group;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.clients.consumer.RetriableCommitFailedException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * A topic's log and a consumer group, seen by one member: the group gives and takes partitions, forgets a member that
 * was away too long, and lets others handle what it has taken away.
 */
final class SimulatedGroup extends MockConsumer<byte[], byte[]> {
    static final String TOPIC = "orders.order-placed.v1";
    private static final int MOST_POLLED = 7;

    private final Random random;
    private final Steps.Process process;
    private final Ledger ledger;
    private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> log = new HashMap<>();
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    /** What the member believes to have, and up to where it has polled. */
    private final Map<TopicPartition, Long> positions = new HashMap<>();

    private final Set<TopicPartition> paused = new HashSet<>();
    private final List<Runnable> callbacks = new ArrayList<>();
    private @Nullable ConsumerRebalanceListener listener;
    private Set<String> topics = Set.of();
    private boolean isForgotten;
    private boolean isQuiet;

    SimulatedGroup(Random random, Steps.Process process, Ledger ledger, int partitions, int records, int keys) {
        super("earliest");
        this.random = random;
        this.process = process;
        this.ledger = ledger;
        for (var number = 0; number < partitions; number++) {
            var partition = new TopicPartition(TOPIC, number);
            log.put(partition, records(partition, records, keys));
            committed.put(partition, 0L);
        }
    }

    /** Some offsets are left out, as on a compacted topic. */
    private List<ConsumerRecord<byte[], byte[]>> records(TopicPartition partition, int count, int keys) {
        var some = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        var offset = 0L;
        for (var index = 0; index < count; index++) {
            offset += random.nextInt(8) == 0 ? 3 : 1;
            byte[] key = random.nextInt(20) == 0 ? null : new byte[] {(byte) random.nextInt(keys)};
            some.add(new ConsumerRecord<>(
                    partition.topic(),
                    partition.partition(),
                    offset,
                    0L,
                    TimestampType.CREATE_TIME,
                    key == null ? -1 : 1,
                    4,
                    key,
                    new byte[4],
                    new RecordHeaders(),
                    Optional.of(1)));
        }
        return some;
    }

    /** From here on nothing goes wrong, and all partitions are this member's. */
    void calmDown() {
        isQuiet = true;
    }

    /** The process was away for longer than the session timeout: others have its partitions. */
    void forget() {
        isForgotten = true;
        ledger.takenAway(positions.keySet());
    }

    boolean isAllCommitted() {
        return log.entrySet().stream()
                .allMatch(entry ->
                        entry.getValue().stream().allMatch(record -> record.offset() < committedTo(entry.getKey())));
    }

    private List<ConsumerRecord<byte[], byte[]>> logOf(TopicPartition partition) {
        return Objects.requireNonNull(log.get(partition));
    }

    private long committedTo(TopicPartition partition) {
        return Objects.requireNonNull(committed.get(partition));
    }

    @Override
    public synchronized void subscribe(Collection<String> some, ConsumerRebalanceListener told) {
        topics = Set.copyOf(some);
        listener = told;
    }

    @Override
    public synchronized Set<String> subscription() {
        return topics;
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        List.copyOf(callbacks).forEach(Runnable::run);
        callbacks.clear();
        // What was fetched may be handed out before the client learns that the group has forgotten it.
        if (isForgotten && random.nextBoolean()) {
            lose();
        } else if (!isForgotten) {
            rebalance();
        }
        sleep(timeout);
        return fetched();
    }

    private void sleep(Duration timeout) {
        try {
            process.sleep(Duration.ofMillis(1 + random.nextInt((int) timeout.toMillis())));
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts the polling thread", e);
        }
    }

    private void lose() {
        var lost = Set.copyOf(positions.keySet());
        positions.clear();
        paused.clear();
        isForgotten = false;
        if (!lost.isEmpty()) {
            told().onPartitionsLost(lost);
        }
    }

    private void rebalance() {
        var wanted = new LinkedHashSet<>(positions.keySet());
        if (isQuiet) {
            wanted.addAll(log.keySet());
        } else if (random.nextInt(10) == 0) {
            log.keySet().forEach(partition -> {
                wanted.remove(partition);
                if (random.nextBoolean()) {
                    wanted.add(partition);
                }
            });
        }
        var revoked = new HashSet<>(positions.keySet());
        revoked.removeAll(wanted);
        if (!revoked.isEmpty()) {
            revoke(revoked);
        }
        var added = new HashSet<>(wanted);
        added.removeAll(positions.keySet());
        if (!added.isEmpty() && !isForgotten) {
            added.forEach(partition -> positions.put(partition, startOf(partition)));
            ledger.assigned(added);
            told().onPartitionsAssigned(added);
        }
    }

    private void revoke(Set<TopicPartition> revoked) {
        ledger.releasing();
        var before = process.nanos();
        told().onPartitionsRevoked(revoked);
        if (process.nanos() - before >= MemberModelTest.RELEASE_WITHIN.toNanos()) {
            ledger.mayRepeat();
        }
        positions.keySet().removeAll(revoked);
        paused.removeAll(revoked);
        ledger.released(revoked, committed);
    }

    /** Others have handled some of the records while the partition was theirs. */
    private long startOf(TopicPartition partition) {
        for (var record : logOf(partition)) {
            if (record.offset() >= committedTo(partition) && random.nextInt(3) == 0) {
                ledger.handledByOthers(partition, record.offset());
                committed.put(partition, record.offset() + 1);
            } else if (record.offset() >= committedTo(partition)) {
                break;
            }
        }
        return committedTo(partition);
    }

    private ConsumerRebalanceListener told() {
        if (listener == null) {
            throw new AssertionError("the member has not subscribed");
        }
        return listener;
    }

    private ConsumerRecords<byte[], byte[]> fetched() {
        var records = new HashMap<TopicPartition, List<ConsumerRecord<byte[], byte[]>>>();
        var next = new HashMap<TopicPartition, OffsetAndMetadata>();
        positions.replaceAll((partition, position) -> {
            var some = paused.contains(partition)
                    ? List.<ConsumerRecord<byte[], byte[]>>of()
                    : logOf(partition).stream()
                            .filter(record -> record.offset() >= position)
                            .limit(random.nextInt(MOST_POLLED))
                            .toList();
            if (some.isEmpty()) {
                return position;
            }
            records.put(partition, some);
            var after = some.get(some.size() - 1).offset() + 1;
            next.put(partition, new OffsetAndMetadata(after));
            ledger.polled(some);
            return after;
        });
        return new ConsumerRecords<>(records, next);
    }

    @Override
    public synchronized void pause(Collection<TopicPartition> partitions) {
        assertHas(partitions);
        paused.addAll(partitions);
    }

    @Override
    public synchronized void resume(Collection<TopicPartition> partitions) {
        assertHas(partitions);
        paused.removeAll(partitions);
    }

    private void assertHas(Collection<TopicPartition> partitions) {
        if (!positions.keySet().containsAll(partitions)) {
            throw new IllegalStateException("%s are not assigned".formatted(partitions));
        }
    }

    @Override
    public void commitAsync(Map<TopicPartition, OffsetAndMetadata> offsets, @Nullable OffsetCommitCallback callback) {
        if (callback == null) {
            throw new AssertionError("a commit whose outcome nobody hears");
        }
        if (isForgotten || !isQuiet && random.nextInt(5) == 0) {
            callbacks.add(() -> callback.onComplete(offsets, new RetriableCommitFailedException("drawn")));
            return;
        }
        commit(offsets);
        callbacks.add(() -> callback.onComplete(offsets, null));
    }

    @Override
    public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
        if (isForgotten) {
            throw new CommitFailedException("the member is unknown");
        }
        if (!isQuiet && random.nextInt(10) == 0) {
            ledger.mayRepeat();
            throw new TimeoutException("drawn");
        }
        commit(offsets);
    }

    private void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        assertHas(offsets.keySet());
        offsets.forEach((partition, offset) -> {
            ledger.committed(partition, committedTo(partition), offset.offset());
            committed.put(partition, offset.offset());
        });
    }

    @Override
    public String toString() {
        return "polled %s, committed %s, paused %s%s"
                .formatted(positions, committed, paused, isForgotten ? ", forgotten" : "");
    }
}

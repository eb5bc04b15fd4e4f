package dev.postroad.client.group;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.jspecify.annotations.Nullable;

/** A member's consumer, in a group of several that have their partitions from one coordinator. */
final class SimulatedMember extends MockConsumer<byte[], byte[]> {
    private static final int MOST_POLLED = 7;
    private static final int LONGEST_POLL_MILLIS = 500;

    private final String name;
    private final Random random;
    private final Weather weather;
    private final SimulatedTopics topics;
    private final Coordinator coordinator;
    private final Steps.Process process;
    private final Ledger ledger;
    /** What the member believes to have, and up to where it has polled. */
    private final Map<TopicPartition, Long> positions = new LinkedHashMap<>();

    private final Set<TopicPartition> paused = new LinkedHashSet<>();
    private final List<Runnable> callbacks = new ArrayList<>();
    private @Nullable ConsumerRebalanceListener listener;
    private Set<String> subscribed = Set.of();
    private boolean isForgotten;

    SimulatedMember(
            String name,
            Random random,
            Weather weather,
            SimulatedTopics topics,
            Coordinator coordinator,
            Steps.Process process,
            Ledger ledger) {
        super("earliest");
        this.name = name;
        this.random = random;
        this.weather = weather;
        this.topics = topics;
        this.coordinator = coordinator;
        this.process = process;
        this.ledger = ledger;
    }

    /** The group has not heard of it for too long, and gives its partitions to others. */
    void forget() {
        if (coordinator.has(this)) {
            isForgotten = true;
            ledger.takenAway(positions.keySet());
            coordinator.remove(this);
        }
    }

    /** Leaves after a release, which the runnable does. */
    void leave(Runnable release, Duration within) {
        releasing(positions.keySet(), release, within);
        coordinator.remove(this);
    }

    @Override
    public synchronized void subscribe(Collection<String> some, ConsumerRebalanceListener told) {
        subscribed = Set.copyOf(some);
        listener = told;
        coordinator.join(this);
    }

    @Override
    public synchronized Set<String> subscription() {
        return subscribed;
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
        sleep();
        return fetched();
    }

    /** Longer than a poll should take, as on a machine that has much to do: a run has fewer steps so. */
    private void sleep() {
        try {
            process.sleep(Duration.ofMillis(random.nextInt(LONGEST_POLL_MILLIS)));
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts the polling thread", e);
        }
    }

    private void lose() {
        var lost = new LinkedHashSet<>(positions.keySet());
        positions.clear();
        paused.clear();
        isForgotten = false;
        if (!lost.isEmpty()) {
            told().onPartitionsLost(lost);
        }
        coordinator.join(this);
    }

    private void rebalance() {
        var revoked = coordinator.toRelease(this);
        if (!revoked.isEmpty()) {
            releasing(revoked, () -> told().onPartitionsRevoked(revoked), RecoveryModelTest.RELEASE_WITHIN);
            positions.keySet().removeAll(revoked);
            paused.removeAll(revoked);
            coordinator.release(this, revoked);
        }
        if (isForgotten) {
            return;
        }
        var added = coordinator.assign(this);
        if (!added.isEmpty()) {
            added.forEach(partition -> positions.put(partition, coordinator.committed(partition)));
            ledger.assigned(added);
            told().onPartitionsAssigned(added);
        }
    }

    private void releasing(Set<TopicPartition> some, Runnable release, Duration within) {
        ledger.releasing();
        var before = process.nanos();
        release.run();
        if (process.nanos() - before >= within.toNanos()) {
            ledger.mayRepeat();
        }
        ledger.released(some, coordinator.committed());
    }

    private ConsumerRebalanceListener told() {
        return Objects.requireNonNull(listener);
    }

    private ConsumerRecords<byte[], byte[]> fetched() {
        var records = new LinkedHashMap<TopicPartition, List<ConsumerRecord<byte[], byte[]>>>();
        var next = new LinkedHashMap<TopicPartition, OffsetAndMetadata>();
        positions.replaceAll((partition, position) -> {
            var most = random.nextInt(MOST_POLLED);
            var some = paused.contains(partition)
                    ? List.<ConsumerRecord<byte[], byte[]>>of()
                    : topics.from(partition, position, most);
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
        Objects.requireNonNull(callback);
        if (isForgotten || weather.strikes(5)) {
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
        if (weather.strikes(10)) {
            ledger.mayRepeat();
            throw new TimeoutException("drawn");
        }
        commit(offsets);
    }

    private void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        assertHas(offsets.keySet());
        offsets.forEach((partition, offset) -> {
            ledger.committed(partition, coordinator.committed(partition), offset.offset());
            coordinator.commit(partition, offset.offset());
        });
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}

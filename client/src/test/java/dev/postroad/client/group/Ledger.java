package dev.postroad.client.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Every record's fate, and the promises that it is held to. */
final class Ledger {
    private final boolean isByKey;
    private final Map<TopicPartition, Set<Long>> finished;
    private final Map<TopicPartition, Epoch> epochs = new HashMap<>();
    private final Map<TopicPartition, Set<Long>> running = new HashMap<>();
    private boolean mayRepeat;
    private int handled;
    private int cleanReleases;

    Ledger(boolean isByKey) {
        this(isByKey, new HashMap<>());
    }

    /** The ledger of one member of several, with what any of them has dealt with. */
    Ledger(boolean isByKey, Map<TopicPartition, Set<Long>> finished) {
        this.isByKey = isByKey;
        this.finished = finished;
    }

    void assigned(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> epochs.put(partition, new Epoch()));
    }

    /** The group has given the partitions to others, whether the member knows or not. */
    void takenAway(Collection<TopicPartition> partitions) {
        epochs.keySet().removeAll(Set.copyOf(partitions));
    }

    void polled(List<ConsumerRecord<byte[], byte[]>> records) {
        for (var record : records) {
            var epoch = epochs.get(partition(record));
            if (epoch != null) {
                epoch.open.put(record.offset(), link(record));
                epoch.polled.add(record.offset());
            }
        }
    }

    void started(ConsumerRecord<byte[], byte[]> record) {
        var partition = partition(record);
        var epoch = Objects.requireNonNull(
                epochs.get(partition),
                () -> "%s is another member's, yet %d is started".formatted(partition, record.offset()));
        assertThat(epoch.open)
                .as("%s: %d is started again", partition, record.offset())
                .containsKey(record.offset());
        var link = link(record);
        var before = epoch.open.headMap(record.offset()).values();
        assertThat(before)
                .as("%s: %d is started before others of its key", partition, record.offset())
                .doesNotContain(link);
        assertThat(running(partition).add(record.offset()))
                .as("%s: %d is handled twice at once", partition, record.offset())
                .isTrue();
    }

    void stopped(ConsumerRecord<byte[], byte[]> record) {
        running(partition(record)).remove(record.offset());
    }

    /** The record is dealt with, or leaves the order of its key. */
    void settled(ConsumerRecord<byte[], byte[]> record) {
        var epoch = epochs.get(partition(record));
        if (epoch != null) {
            epoch.open.remove(record.offset());
            epoch.resting.remove(record.offset());
        }
    }

    void rests(ConsumerRecord<byte[], byte[]> record) {
        var epoch = epochs.get(partition(record));
        if (epoch != null) {
            epoch.resting.add(record.offset());
        }
    }

    /** The present assignment of a record's partition; null if it is another member's. */
    @Nullable
    Epoch epoch(ConsumerRecord<byte[], byte[]> record) {
        return epochs.get(partition(record));
    }

    /** The record is dealt with, under an assignment that may have ended meanwhile. */
    void finished(ConsumerRecord<byte[], byte[]> record, @Nullable Epoch epoch) {
        handled++;
        finished.computeIfAbsent(partition(record), unused -> new HashSet<>()).add(record.offset());
        if (epoch != null) {
            epoch.resting.remove(record.offset());
            epoch.finished.add(record.offset());
        }
    }

    void handledByOthers(TopicPartition partition, long offset) {
        finished.computeIfAbsent(partition, unused -> new HashSet<>()).add(offset);
    }

    /** No offset is committed past a record that nobody has dealt with. */
    void committed(TopicPartition partition, long from, long to) {
        assertThat(to).as("%s is committed backwards", partition).isGreaterThanOrEqualTo(from);
        var epoch = Objects.requireNonNull(
                epochs.get(partition), () -> "%s is another's, yet committed".formatted(partition));
        var missing = epoch.unfinished(to, finished.getOrDefault(partition, Set.of()));
        assertThat(missing).as("%s is committed to %d", partition, to).isEmpty();
    }

    void mayRepeat() {
        mayRepeat = true;
    }

    void releasing() {
        mayRepeat = false;
    }

    /** Others repeat nothing that was dealt with here, unless the release ran into its deadline or into a failure. */
    void released(Collection<TopicPartition> partitions, Map<TopicPartition, Long> committed) {
        for (var partition : partitions) {
            var epoch = epochs.remove(partition);
            if (epoch == null || mayRepeat || !epoch.resting.isEmpty()) {
                continue;
            }
            cleanReleases++;
            var to = Objects.requireNonNull(committed.get(partition));
            assertThat(epoch.finished).as("%s is released at %d", partition, to).allMatch(offset -> offset < to);
        }
    }

    private Set<Long> running(TopicPartition partition) {
        return running.computeIfAbsent(partition, unused -> new HashSet<>());
    }

    int handled() {
        return handled;
    }

    int cleanReleases() {
        return cleanReleases;
    }

    private static TopicPartition partition(ConsumerRecord<byte[], byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    /** What records have in common that keep their order. */
    private Object link(ConsumerRecord<byte[], byte[]> record) {
        if (!isByKey) {
            return "partition";
        }
        return record.key() == null ? record.offset() : "key " + record.key()[0];
    }

    static final class Epoch {
        /** Polled and not settled, in the order of offsets. */
        private final TreeMap<Long, Object> open = new TreeMap<>();

        private final Set<Long> polled = new HashSet<>();
        private final Set<Long> finished = new HashSet<>();
        private final Set<Long> resting = new HashSet<>();

        private List<Long> unfinished(long to, Set<Long> done) {
            return polled.stream()
                    .filter(offset -> offset < to && !done.contains(offset))
                    .toList();
        }
    }
}

package dev.postroad.client.deadletter;

import dev.postroad.client.connection.Connection;
import dev.postroad.client.retry.TrailHeaders;
import dev.postroad.contract.topic.DerivedTopics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** The dead letters of one consumer group on one topic. Safe for use by several threads. */
public final class DeadLetters {
    private static final Duration POLL = Duration.ofMillis(200);

    /** So many are given back before it is waited until they are stored. */
    private static final int AT_ONCE = 100;

    private final DerivedTopics derived;
    private final Connection connection;

    /** The dead letters of a group; an application gets them from its bus. */
    public DeadLetters(DerivedTopics derived, Connection connection) {
        this.derived = derived;
        this.connection = connection;
    }

    /**
     * Those that are open: neither replayed nor deleted by their age; of each partition in the order of their coming.
     *
     * @param filter says which
     * @param most how many at most
     */
    public List<DeadLetter> list(Predicate<DeadLetter> filter, long most) {
        var found = new ArrayList<DeadLetter>();
        visit(letter -> {
            if (filter.test(letter)) {
                found.add(letter);
            }
            return found.size() < most;
        });
        return found;
    }

    /**
     * Gives dead letters back to their group, and to no other: they are handled as if they had just failed for the
     * first time. Each is marked as replayed once it is stored; after a crash in between, one may be replayed twice.
     *
     * @throws ReplayFailedException if one cannot be stored; those before it have been replayed
     */
    public Replay.Result replay(Replay replay) {
        var batch = new ArrayList<DeadLetter>();
        var counts = new Counts();
        var pace = new Pace(replay.perSecond());
        visit(letter -> {
            if (!replay.filter().test(letter)) {
                return true;
            }
            if (letter.origin().replays() >= replay.mostReplays()) {
                counts.parked++;
                return true;
            }
            counts.replayed++;
            if (!replay.isDryRun()) {
                pace.await();
                batch.add(letter);
                if (batch.size() == AT_ONCE) {
                    giveBack(batch);
                }
            }
            return counts.replayed < replay.most();
        });
        giveBack(batch);
        return new Replay.Result(counts.replayed, counts.parked);
    }

    private static final class Counts {
        private long replayed;
        private long parked;
    }

    /** Shows the open ones to a visitor until it has seen enough. */
    private void visit(Predicate<DeadLetter> visitor) {
        try (var reader = connection.reader()) {
            var partitions = reader.partitionsFor(derived.deadLetters()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            reader.assign(partitions);
            var ends = reader.endOffsets(partitions);
            var replayed = new HashSet<Position>();
            read(reader, ends, record -> {
                ReplayMarker.of(record).ifPresent(replayed::add);
                return true;
            });
            read(reader, ends, record -> isOpen(record, replayed) ? visitor.test(DeadLetter.of(record)) : true);
        }
    }

    private static boolean isOpen(ConsumerRecord<byte[], byte[]> record, Set<Position> replayed) {
        return ReplayMarker.of(record).isEmpty()
                && !replayed.contains(new Position(record.partition(), record.offset()));
    }

    private static void read(
            Consumer<byte[], byte[]> reader,
            Map<TopicPartition, Long> ends,
            Predicate<ConsumerRecord<byte[], byte[]>> visitor) {
        reader.seekToBeginning(ends.keySet());
        while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
            for (var record : reader.poll(POLL)) {
                var end = ends.get(new TopicPartition(record.topic(), record.partition()));
                // What comes meanwhile, such as the markers of this very replay, is for the next time.
                if (end != null && record.offset() < end && !visitor.test(record)) {
                    return;
                }
            }
        }
    }

    private void giveBack(List<DeadLetter> batch) {
        store(batch.stream().map(this::copy).toList());
        store(batch.stream()
                .map(letter -> ReplayMarker.record(derived.deadLetters(), letter))
                .toList());
        batch.clear();
    }

    private ProducerRecord<byte[], byte[]> copy(DeadLetter letter) {
        var record = letter.record();
        return new ProducerRecord<>(
                derived.replays(),
                null,
                null,
                record.key(),
                record.value(),
                TrailHeaders.ofReplay(record.headers(), letter.origin()));
    }

    private void store(List<ProducerRecord<byte[], byte[]>> records) {
        var producer = connection.relayProducer();
        var sent = records.stream().<Future<?>>map(producer::send).toList();
        try {
            for (var each : sent) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new ReplayFailedException(derived, e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Lets so many pass in a second. Used by one thread. */
    private static final class Pace {
        private final long intervalNanos;
        private long nextNanos = System.nanoTime();

        Pace(double perSecond) {
            intervalNanos = (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
        }

        void await() {
            try {
                TimeUnit.NANOSECONDS.sleep(nextNanos - System.nanoTime());
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
            nextNanos = Math.max(nextNanos, System.nanoTime() - intervalNanos) + intervalNanos;
        }
    }
}

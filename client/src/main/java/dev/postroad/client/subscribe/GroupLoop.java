package dev.postroad.client.subscribe;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of a consumer group: polls, calls handlers, commits.
 *
 * <p>Only this thread touches the consumer. Subscriptions may be added by any thread at any time.
 */
public final class GroupLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupLoop.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LEAVE_WITHIN = Duration.ofSeconds(1);

    private final String group;
    private final Supplier<? extends Consumer<byte[], byte[]>> consumers;
    private final Clock clock;
    private final Duration closeWithin;
    private final Map<String, Subscription<?>> subscriptions = new ConcurrentHashMap<>();
    private final Map<TopicPartition, RetryPause> pauses = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> handledTo = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> toCommit = new HashMap<>();
    private final Thread thread;
    private volatile boolean closing;

    /**
     * A loop that {@link #start} starts.
     *
     * @param closeWithin how long a handler may go on when the loop is closed, before its thread is interrupted
     * @param onFailure told, once and in the loop's thread, what ended the loop before it was closed
     */
    public GroupLoop(
            String group,
            Supplier<? extends Consumer<byte[], byte[]>> consumers,
            Clock clock,
            Duration closeWithin,
            java.util.function.Consumer<Throwable> onFailure) {
        this.group = group;
        this.consumers = consumers;
        this.clock = clock;
        this.closeWithin = closeWithin;
        this.thread = new Thread(this::run, "postroad-" + group);
        thread.setUncaughtExceptionHandler((ended, failure) -> {
            LOG.atError().addKeyValue("group", group).setCause(failure).log("the group's thread has ended");
            onFailure.accept(failure);
        });
    }

    /**
     * Adds a subscription; the group joins its topic with the next poll.
     *
     * @throws IllegalStateException if the group has a subscription on that topic
     */
    public void add(Subscription<?> subscription) {
        var topic = subscription.contract().kafkaTopic();
        if (subscriptions.putIfAbsent(topic, subscription) != null) {
            throw new IllegalStateException("%s subscribes to %s already".formatted(group, topic));
        }
    }

    /** Starts the thread. */
    public void start() {
        thread.start();
    }

    private void run() {
        var consumer = consumers.get();
        try {
            while (!closing) {
                poll(consumer);
            }
            // The interrupt of a handler that took too long must not keep its neighbours' offsets from being committed.
            var unused = Thread.interrupted();
            commitNow(consumer);
        } finally {
            consumer.close(CloseOptions.timeout(LEAVE_WITHIN));
        }
    }

    private void poll(Consumer<byte[], byte[]> consumer) {
        try {
            turn(consumer);
        } catch (RetriableException e) {
            LOG.atWarn().addKeyValue("group", group).setCause(e).log("polling is tried again");
        }
    }

    private void turn(Consumer<byte[], byte[]> consumer) {
        join(consumer);
        resume(consumer);
        handle(consumer, consumer.poll(POLL));
        if (!toCommit.isEmpty()) {
            var offsets = Map.copyOf(toCommit);
            toCommit.clear();
            consumer.commitAsync(offsets, this::committed);
        }
    }

    /**
     * Called by the consumer, in the loop's thread. Several commits may be under way, so a partition whose commit
     * failed is committed again as far as it is handled, and not as far as that commit went.
     */
    private void committed(Map<TopicPartition, OffsetAndMetadata> offsets, @Nullable Exception failure) {
        if (failure == null) {
            return;
        }
        LOG.atWarn().addKeyValue("group", group).setCause(failure).log("a commit failed and is tried again");
        handledTo.forEach((partition, offset) -> {
            if (offsets.containsKey(partition)) {
                toCommit.put(partition, offset);
            }
        });
    }

    private void join(Consumer<byte[], byte[]> consumer) {
        var topics = Set.copyOf(subscriptions.keySet());
        if (!topics.equals(consumer.subscription())) {
            consumer.subscribe(topics, new Rebalance(consumer));
        }
    }

    private void resume(Consumer<byte[], byte[]> consumer) {
        var now = clock.instant();
        var due = consumer.paused().stream()
                .filter(partition -> {
                    var pause = pauses.get(partition);
                    return pause == null || !pause.until().isAfter(now);
                })
                .toList();
        consumer.resume(due);
    }

    private void handle(Consumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> batch) {
        for (var partition : batch.partitions()) {
            var records = batch.records(partition);
            var done = handle(partition, records);
            if (done < records.size()) {
                // What was fetched but not handled is fetched again.
                consumer.seek(partition, records.get(done).offset());
                if (pauses.containsKey(partition)) {
                    consumer.pause(List.of(partition));
                }
            }
        }
    }

    /** Handles the records of a partition until one fails or the loop closes; returns how many are done. */
    private int handle(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
        var done = 0;
        for (var received : records) {
            if (closing || !handled(partition, received)) {
                return done;
            }
            var next = new OffsetAndMetadata(received.offset() + 1, received.leaderEpoch(), "");
            handledTo.put(partition, next);
            toCommit.put(partition, next);
            done++;
        }
        return done;
    }

    // A handler may throw whatever it likes; all of it means the same.
    @SuppressWarnings("CatchingUnchecked")
    private boolean handled(TopicPartition partition, ConsumerRecord<byte[], byte[]> received) {
        try {
            subscription(partition).handle(received);
            pauses.remove(partition);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed(partition, received, e);
        } catch (Exception e) {
            failed(partition, received, e);
        }
        return false;
    }

    private Subscription<?> subscription(TopicPartition partition) {
        var subscription = subscriptions.get(partition.topic());
        if (subscription == null) {
            throw new IllegalStateException("nobody subscribed to " + partition.topic());
        }
        return subscription;
    }

    private void failed(TopicPartition partition, ConsumerRecord<byte[], byte[]> received, Exception cause) {
        var pause = RetryPause.after(received.offset(), pauses.get(partition), clock.instant());
        pauses.put(partition, pause);
        LOG.atError()
                .addKeyValue("group", group)
                .addKeyValue("topic", partition.topic())
                .addKeyValue("partition", partition.partition())
                .addKeyValue("offset", received.offset())
                .addKeyValue("failures", pause.failures())
                .addKeyValue("nextTry", pause.until())
                .setCause(cause)
                .log("a record was not handled; its partition waits");
    }

    private void commitNow(Consumer<byte[], byte[]> consumer) {
        if (toCommit.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(Map.copyOf(toCommit), closeWithin);
        } catch (KafkaException e) {
            LOG.atWarn()
                    .addKeyValue("group", group)
                    .setCause(e)
                    .log("the last commit failed; records will be repeated");
        }
        toCommit.clear();
    }

    /** Commits what is handled before a partition goes to another member. */
    private final class Rebalance implements ConsumerRebalanceListener {
        private final Consumer<byte[], byte[]> consumer;

        Rebalance(Consumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            commitNow(consumer);
            forget(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            // Others have them already: what was handled here will be handled again there.
            toCommit.keySet().removeAll(partitions);
            forget(partitions);
        }

        private void forget(Collection<TopicPartition> partitions) {
            handledTo.keySet().removeAll(partitions);
            pauses.keySet().removeAll(partitions);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            LOG.atInfo()
                    .addKeyValue("group", group)
                    .addKeyValue("partitions", partitions)
                    .log("partitions assigned");
        }
    }

    /** Finishes the record at hand, commits, leaves the group. */
    @Override
    public void close() {
        closing = true;
        if (!thread.isAlive() || Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(closeWithin.toMillis());
            if (thread.isAlive()) {
                thread.interrupt();
                thread.join(closeWithin.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.postroad.testkit.bus;

import dev.postroad.client.retry.Trail;
import dev.postroad.client.subscribe.Subscription;
import dev.postroad.testkit.memory.MemoryLogs;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What a service has yet to deal with. */
record Subscribed(String group, MemoryLogs logs, Clock clock) {
    /** What is left, in words; nothing once all that is due is dealt with. */
    Optional<String> left(List<Subscription> subscriptions) {
        var topics = logs.topics(group);
        var missing = subscriptions.stream()
                .map(subscription -> subscription.contract().kafkaTopic())
                .filter(topic -> !topics.contains(topic))
                .map(topic -> "its subscription to " + topic);
        var open = topics.stream()
                .flatMap(topic -> logs.partitions(topic).stream())
                .flatMap(this::open);
        return Stream.concat(missing, open).findFirst();
    }

    private Stream<String> open(TopicPartition partition) {
        return logs.from(partition, logs.committed(group, partition), 1).stream()
                .filter(this::isDue)
                .map(record -> "%s@%d".formatted(partition, record.offset()));
    }

    private boolean isDue(ConsumerRecord<byte[], byte[]> record) {
        return Trail.of(record)
                .notBefore()
                .filter(notBefore -> notBefore.isAfter(clock.instant()))
                .isEmpty();
    }
}

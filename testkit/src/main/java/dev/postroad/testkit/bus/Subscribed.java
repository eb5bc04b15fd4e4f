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
record Subscribed(MemoryLogs logs, Clock clock) {
    /** Which group has not dealt with what, in words; nothing once all that is due is dealt with. */
    Optional<String> left(List<Subscription> subscriptions) {
        var missing = subscriptions.stream()
                .filter(subscription -> !logs.topics(subscription.group())
                        .contains(subscription.contract().kafkaTopic()))
                .map(subscription -> left(
                        subscription.group(),
                        "its subscription to " + subscription.contract().kafkaTopic()));
        var open = subscriptions.stream().map(Subscription::group).distinct().flatMap(this::open);
        return Stream.concat(missing, open).findFirst();
    }

    private Stream<String> open(String group) {
        return logs.topics(group).stream()
                .flatMap(topic -> logs.partitions(topic).stream())
                .flatMap(partition -> open(group, partition));
    }

    private Stream<String> open(String group, TopicPartition partition) {
        return logs.from(partition, logs.committed(group, partition), 1).stream()
                .filter(this::isDue)
                .map(record -> left(group, "%s@%d".formatted(partition, record.offset())));
    }

    private static String left(String group, String what) {
        return "%s has not dealt with %s".formatted(group, what);
    }

    private boolean isDue(ConsumerRecord<byte[], byte[]> record) {
        return Trail.of(record)
                .notBefore()
                .filter(notBefore -> notBefore.isAfter(clock.instant()))
                .isEmpty();
    }
}

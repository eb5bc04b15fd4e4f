package dev.postroad.client.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** All messages of a run, by the identity that each of their records carries. */
final class MessageBook {
    static final String ID = "id";

    private final Map<String, Published> messages = new LinkedHashMap<>();
    /** The epoch in which a record was started last, by partition and offset. */
    private final Map<TopicPartition, Map<Long, Object>> started = new HashMap<>();
    /** What some member has dealt with, by partition and offset. */
    private final Map<TopicPartition, Set<Long>> finished = new HashMap<>();

    void add(Published message) {
        messages.put(message.id(), message);
    }

    Published message(String id) {
        return Objects.requireNonNull(messages.get(id), () -> "nobody has published " + id);
    }

    Published of(Headers headers) {
        var header = headers.lastHeader(ID);
        return message(new String(header.value(), StandardCharsets.UTF_8));
    }

    Map<TopicPartition, Set<Long>> finished() {
        return finished;
    }

    /** A record that was started in an assignment that has ended may be handled again. */
    void started(ConsumerRecord<byte[], byte[]> record, @Nullable Object epoch) {
        var before = started.computeIfAbsent(
                        new TopicPartition(record.topic(), record.partition()), unused -> new HashMap<>())
                .put(record.offset(), Objects.requireNonNull(epoch));
        if (before != null && before != epoch) {
            of(record.headers()).mayRepeat();
        }
    }

    boolean haveAllEnded() {
        return messages.values().stream().allMatch(Published::hasEnded);
    }

    void mendAll() {
        messages.values().forEach(Published::mend);
    }

    void assertKept(Tally tally) {
        assertThat(messages.values()).as("all messages have ended").allMatch(Published::hasEnded);
        for (var message : messages.values()) {
            assertThat(message.isRepeatedForNoReason())
                    .as("%s is repeated for no reason", message)
                    .isFalse();
            if (message.isRepeated()) {
                tally.count(Tally.Deed.REPEATED);
            }
        }
    }

    @Override
    public String toString() {
        return messages.values().stream().filter(each -> !each.hasEnded()).toList() + " have not ended";
    }
}

package dev.postroad.platform.snapshot;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Where topics end and how far groups have come.
 *
 * @param ends the offset that each partition's next record will have
 * @param committed by group; a partition that a group has never committed is absent
 */
public record Offsets(Map<TopicPartition, Long> ends, Map<String, Map<TopicPartition, Long>> committed) {
    public Offsets {
        ends = Map.copyOf(ends);
        committed = Map.copyOf(committed);
    }

    /** Records of a topic in all. */
    public long end(String topic) {
        return ends.entrySet().stream()
                .filter(end -> end.getKey().topic().equals(topic))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Records of a topic that a group has yet to handle, as far as its commits tell. */
    public long lag(String group, String topic) {
        var offsets = committed.getOrDefault(group, Map.of());
        return ends.entrySet().stream()
                .filter(end -> end.getKey().topic().equals(topic))
                .mapToLong(end -> Math.max(0, end.getValue() - offsets.getOrDefault(end.getKey(), 0L)))
                .sum();
    }
}

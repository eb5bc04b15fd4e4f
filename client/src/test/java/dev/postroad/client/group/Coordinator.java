package dev.postroad.client.group;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** A consumer group as its broker sees it: who has which partition, who is to have it, and what is committed. */
final class Coordinator {
    private final Random random;
    private final Map<TopicPartition, Long> committed = new LinkedHashMap<>();
    private final Map<TopicPartition, SimulatedMember> owners = new LinkedHashMap<>();
    private final Map<TopicPartition, SimulatedMember> targets = new LinkedHashMap<>();
    private final List<SimulatedMember> members = new ArrayList<>();

    Coordinator(Random random, Collection<TopicPartition> partitions) {
        this.random = random;
        partitions.forEach(partition -> committed.put(partition, 0L));
    }

    void join(SimulatedMember member) {
        members.add(member);
        draw();
    }

    /** The member is none any more: it has left, or has not been heard of. */
    void remove(SimulatedMember member) {
        members.remove(member);
        owners.values().removeIf(member::equals);
        draw();
    }

    boolean has(SimulatedMember member) {
        return members.contains(member);
    }

    /** Gives each partition to somebody. */
    void draw() {
        targets.clear();
        if (!members.isEmpty()) {
            committed
                    .keySet()
                    .forEach(partition -> targets.put(partition, members.get(random.nextInt(members.size()))));
        }
    }

    /** The partitions that a member has and should give back. */
    Set<TopicPartition> toRelease(SimulatedMember member) {
        var some = new LinkedHashSet<TopicPartition>();
        owners.forEach((partition, owner) -> {
            if (owner == member && targets.get(partition) != member) {
                some.add(partition);
            }
        });
        return some;
    }

    void release(SimulatedMember member, Set<TopicPartition> some) {
        some.forEach(partition -> owners.remove(partition, member));
    }

    /** Gives a member what it should have and nobody has. */
    Set<TopicPartition> assign(SimulatedMember member) {
        var some = new LinkedHashSet<TopicPartition>();
        targets.forEach((partition, target) -> {
            if (target == member && !owners.containsKey(partition)) {
                some.add(partition);
            }
        });
        some.forEach(partition -> owners.put(partition, member));
        return some;
    }

    long committed(TopicPartition partition) {
        return Objects.requireNonNull(committed.get(partition));
    }

    Map<TopicPartition, Long> committed() {
        return committed;
    }

    void commit(TopicPartition partition, long offset) {
        committed.put(partition, offset);
    }

    boolean isAllCommitted(SimulatedTopics topics) {
        return committed.entrySet().stream()
                .allMatch(entry ->
                        topics.from(entry.getKey(), entry.getValue(), 1).isEmpty());
    }

    @Override
    public String toString() {
        return "committed %s, owners %s, members %s".formatted(committed, owners, members);
    }
}

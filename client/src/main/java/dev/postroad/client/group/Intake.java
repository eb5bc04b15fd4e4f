package dev.postroad.client.group;

import dev.postroad.client.lane.Crew;
import dev.postroad.client.lane.InFlight;
import dev.postroad.client.lane.Lanes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Where the records of a topic go: into lanes, in their order, each when its time has come. Belongs to the polling
 * thread.
 */
final class Intake {
    private final Crew crew;
    private final Lanes lanes;
    private final @Nullable Predicate<ConsumerRecord<byte[], byte[]>> isDue;
    private final Map<TopicPartition, Deque<InFlight>> early = new HashMap<>();

    /**
     * An intake.
     *
     * @param crew runs the lanes
     * @param isDue whether a record may be handled; asked again, about the first of each partition, with each turn;
     *     none if all may at once
     */
    Intake(Crew crew, Lanes lanes, @Nullable Predicate<ConsumerRecord<byte[], byte[]>> isDue) {
        this.crew = crew;
        this.lanes = lanes;
        this.isDue = isDue;
    }

    /** Takes records of one partition. */
    void offer(List<InFlight> records) {
        if (isDue == null) {
            lanes.offer(records);
            return;
        }
        var partition = records.get(0).assignment().partition();
        var waiting = early.computeIfAbsent(partition, unused -> new ArrayDeque<>());
        waiting.addAll(records);
        release(waiting, isDue);
    }

    /** Why records are not started for longer than a moment; nothing if they are. */
    Optional<String> pausedBecause(Optional<InFlight> oldest) {
        var isEarly = oldest.filter(record -> isDue != null && record.phase() == InFlight.Phase.WAITING)
                .filter(record -> isDue != null && !isDue.test(record.received()))
                .isPresent();
        return isEarly ? Optional.of("the time of its delayed retry has not come") : crew.closedBecause();
    }

    /** Lets go on what has been waiting for its time, or for the gate. */
    void wake() {
        if (isDue != null) {
            early.values().forEach(waiting -> release(waiting, isDue));
        }
        crew.wake();
    }

    private void release(Deque<InFlight> waiting, Predicate<ConsumerRecord<byte[], byte[]>> hasCome) {
        var due = new ArrayList<InFlight>();
        for (var first = waiting.peek(); first != null; first = waiting.peek()) {
            if (!first.assignment().hasEnded()) {
                if (!hasCome.test(first.received())) {
                    break;
                }
                due.add(first);
            }
            waiting.remove();
        }
        if (!due.isEmpty()) {
            lanes.offer(due);
        }
    }
}

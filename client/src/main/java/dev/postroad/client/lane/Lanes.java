package dev.postroad.client.lane;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;

/**
 * The lanes of one subscription, and which of them a record goes to. Belongs to the polling thread.
 *
 * <p>Lanes outlive assignments: when a partition comes back while a record of its last assignment is still being
 * handled, the new records wait for it in the same lane.
 */
public final class Lanes {
    private static final int FEWEST_BY_KEY = 64;
    private static final int MOST_BY_KEY = 8192;
    private static final int BY_KEY_FOR_EACH_WORKER = 16;

    private final Map<Object, Lane> lanes = new HashMap<>();
    private final Function<InFlight, Object> route;
    private final Supplier<Lane> opening;
    private final boolean isByPartition;

    private Lanes(Function<InFlight, Object> route, Supplier<Lane> opening, boolean isByPartition) {
        this.route = route;
        this.opening = opening;
        this.isByPartition = isByPartition;
    }

    /** One lane for each partition: records of a partition are handled in their order. */
    public static Lanes byPartition(Crew crew, Work work) {
        return new Lanes(Lanes::partition, () -> new RecordLane(crew, work, Lanes::partition), true);
    }

    /**
     * Lanes for keys: records of a partition with equal keys are handled in their order, those without a key in any.
     *
     * <p>There are 16 lanes for each record that is handled at once, so that two keys seldom share one; while a key
     * waits, the others of its lane do not.
     *
     * @param concurrency how many records the crew handles at once, at least 1
     */
    public static Lanes byKey(Crew crew, Work work, int concurrency) {
        var wanted = Math.max(FEWEST_BY_KEY, Math.min(MOST_BY_KEY, concurrency * BY_KEY_FOR_EACH_WORKER));
        var mask = Integer.highestOneBit(wanted) - 1;
        Function<InFlight, Object> byHash = record -> RecordKey.spread(record) & mask;
        return new Lanes(byHash, () -> new RecordLane(crew, work, RecordKey::of), false);
    }

    /**
     * One lane for each partition, in which records are handled in batches.
     *
     * @param size the most records of a batch, at least 1
     * @param wait how long the first record of a batch waits for the others at most
     */
    public static Lanes inBatches(Crew crew, BatchWork work, int size, Duration wait) {
        return new Lanes(Lanes::partition, () -> new BatchLane(crew, work, size, wait), true);
    }

    private static TopicPartition partition(InFlight record) {
        return record.assignment().partition();
    }

    /** Puts records of one partition into their lanes. */
    public void offer(List<InFlight> records) {
        if (isByPartition) {
            lane(route.apply(records.get(0))).offer(records);
            return;
        }
        var byLane = new LinkedHashMap<Object, List<InFlight>>();
        for (var record : records) {
            byLane.computeIfAbsent(route.apply(record), key -> new ArrayList<>(2))
                    .add(record);
        }
        byLane.forEach((key, some) -> lane(key).offer(some));
    }

    private Lane lane(Object key) {
        return lanes.computeIfAbsent(key, unused -> opening.get());
    }
}

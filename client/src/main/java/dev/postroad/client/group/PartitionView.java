package dev.postroad.client.group;

import dev.postroad.client.lane.InFlight;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a partition has come, as its member saw it a moment ago.
 *
 * @param begunNanos the reading of the timer when this process got the partition
 * @param movedNanos the reading of the timer when the group's offset could last move on
 * @param inFlight records that are not dealt with, and those finished behind them
 * @param bytes an estimate of what they occupy
 * @param isFull whether no more are fetched until there is room
 * @param committed the offset that this process has committed, if it has
 * @param lag records up to the partition's end that are not dealt with; empty until a fetch has told the end
 * @param oldest the record that the group's offset waits for
 * @param running the record that a handler has had for the longest time
 * @param pausedBecause why records are not started for longer than a moment, if so
 */
public record PartitionView(
        TopicPartition partition,
        long begunNanos,
        long movedNanos,
        int inFlight,
        long bytes,
        boolean isFull,
        OptionalLong committed,
        OptionalLong lag,
        Optional<InFlight> oldest,
        Optional<InFlight> running,
        Optional<String> pausedBecause) {}

package dev.postroad.platform.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What goes on at a bus.
 *
 * @param at when it was seen
 * @param topics sorted by name
 */
public record BusSnapshot(Instant at, List<TopicView> topics) {
    public BusSnapshot {
        topics = List.copyOf(topics);
    }

    /**
     * One topic. Counts are those of the clients' reports, since the sampler began to watch.
     *
     * @param topic Kafka's name
     * @param published acknowledged by the broker
     * @param refused by the contract
     * @param failed sent, never acknowledged
     * @param lastRefusal why the last message was refused
     * @param groups that subscribe, by declaration or by their reports
     */
    public record TopicView(
            String topic,
            long published,
            long refused,
            long failed,
            Optional<Refused> lastRefusal,
            List<GroupView> groups) {
        public TopicView {
            groups = List.copyOf(groups);
        }
    }

    /** Why a message was refused: field path, rule and reason, and when. */
    public record Refused(String field, String rule, String sentence, Instant at) {}

    /**
     * A consumer group on a topic.
     *
     * @param group its name
     * @param consumed records that a handler has dealt with
     * @param failed tries that failed
     * @param lag records between the committed offsets and the ends
     * @param retrying records that wait in the group's own topics for a delayed retry
     * @param deadLettered records that the group gave up
     * @param p50Millis time from publication until the handler returned: half of the last minute's records stay below
     * @param p99Millis the same for 99 of 100
     */
    public record GroupView(
            String group,
            long consumed,
            long failed,
            long lag,
            long retrying,
            long deadLettered,
            OptionalDouble p50Millis,
            OptionalDouble p99Millis) {}
}

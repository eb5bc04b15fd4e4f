package dev.postroad.platform.apply;

import dev.postroad.contract.language.TopicOptions.Cleanup;
import dev.postroad.contract.topic.Contract;
import dev.postroad.contract.topic.DerivedTopics;
import dev.postroad.contract.topic.GroupName;
import dev.postroad.contract.topic.InternalTopics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.TopicConfig;

/**
 * What a topic should be on a cluster.
 *
 * @param topic Kafka's name
 * @param partitions at creation
 * @param replication copies of each partition
 * @param configuration Kafka's topic settings
 * @param arithmetic how the number of partitions came about
 */
public record TopicDesign(
        String topic, int partitions, short replication, Map<String, String> configuration, String arithmetic) {
    private static final int LEAST_PARTITIONS = 3;
    private static final int MOST_PARTITIONS = 100;

    /** What one partition is planned to carry at peak: far below a broker's limit, near a single consumer's. */
    private static final double MESSAGES_PER_PARTITION = 1_000;

    private static final double BYTES_PER_PARTITION = 1_000_000;
    private static final short MOST_REPLICAS = 3;

    private static final Duration RETRIES_KEPT = Duration.ofDays(7);
    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(30);

    /** What a topic took, those derived from it take too, with the headers that say what happened. */
    private static final int LARGEST_DERIVED = 64 << 20;

    public TopicDesign {
        configuration = Map.copyOf(configuration);
    }

    /** The design for a contract on a cluster with so many brokers. */
    public static TopicDesign of(Contract contract, int brokers) {
        var partitions = partitions(contract);
        var configuration = new TreeMap<>(replicated(brokers));
        configuration.put(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                contract.cleanup() == Cleanup.COMPACT
                        ? TopicConfig.CLEANUP_POLICY_COMPACT
                        : TopicConfig.CLEANUP_POLICY_DELETE);
        if (contract.cleanup() == Cleanup.DELETE) {
            configuration.put(
                    TopicConfig.RETENTION_MS_CONFIG,
                    Long.toString(contract.retention().duration().toMillis()));
        }
        return new TopicDesign(
                contract.kafkaTopic(), partitions, replicas(brokers), configuration, arithmetic(contract, partitions));
    }

    /** The design for the topic of client reports: kept for an hour. */
    public static TopicDesign reports(int brokers) {
        var configuration = new TreeMap<>(replicated(brokers));
        configuration.put(TopicConfig.RETENTION_MS_CONFIG, millis(Duration.ofHours(1)));
        configuration.put(TopicConfig.SEGMENT_MS_CONFIG, millis(Duration.ofMinutes(10)));
        return new TopicDesign(InternalTopics.REPORTS, 1, replicas(brokers), configuration, "1 partition: internal");
    }

    /**
     * The designs for the topics that a group derives from a contract's: those for delayed retries carry what fails of
     * the topic, which is planned as a tenth of it; the one for dead letters keeps them long enough for people.
     */
    public static List<TopicDesign> derived(Contract contract, GroupName group, int brokers) {
        var derived = new DerivedTopics(contract.kafkaTopic(), group.toString());
        var tenth = (int) Math.ceil(partitions(contract) / 10.0);
        var designs = new ArrayList<TopicDesign>();
        for (var delay : DerivedTopics.STANDARD_DELAYS) {
            designs.add(derived(
                    derived.retry(delay),
                    tenth,
                    RETRIES_KEPT,
                    brokers,
                    "%s: a tenth of the topic's".formatted(counted(tenth))));
        }
        designs.add(derived(
                derived.deadLetters(), 1, DEAD_LETTERS_KEPT, brokers, "1 partition: dead letters, kept for 30 days"));
        return List.copyOf(designs);
    }

    private static TopicDesign derived(String topic, int partitions, Duration kept, int brokers, String arithmetic) {
        var configuration = new TreeMap<>(replicated(brokers));
        configuration.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        configuration.put(TopicConfig.RETENTION_MS_CONFIG, millis(kept));
        configuration.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LARGEST_DERIVED));
        return new TopicDesign(topic, partitions, replicas(brokers), configuration, arithmetic);
    }

    private static String counted(int partitions) {
        return partitions + (partitions == 1 ? " partition" : " partitions");
    }

    private static int partitions(Contract contract) {
        if (contract.partitions().isPresent()) {
            return contract.partitions().getAsInt();
        }
        var forRate = Math.ceil(contract.expectedRate().orElse(0) / MESSAGES_PER_PARTITION);
        var forBytes = Math.ceil(bytesPerSecond(contract) / BYTES_PER_PARTITION);
        var needed = Math.max(LEAST_PARTITIONS, Math.max(forRate, forBytes));
        return (int) Math.min(needed, MOST_PARTITIONS);
    }

    private static double bytesPerSecond(Contract contract) {
        return contract.expectedRate().orElse(0) * contract.expectedSize().orElse(0);
    }

    private static String arithmetic(Contract contract, int partitions) {
        if (contract.partitions().isPresent()) {
            return counted(partitions) + ": as the contract says";
        }
        if (contract.expectedRate().isEmpty()) {
            return partitions + " partitions: the least, since no rate is expected";
        }
        var isSizeKnown = contract.expectedSize().isPresent();
        return String.format(
                Locale.ROOT,
                "%d partitions: %,.0f messages/s%s at peak, planned for 1,000 messages/s%s each, between %d and %d",
                partitions,
                contract.expectedRate().getAsDouble(),
                isSizeKnown ? String.format(Locale.ROOT, " and %,.0f kB/s", bytesPerSecond(contract) / 1_000) : "",
                isSizeKnown ? " and 1,000 kB/s" : "",
                LEAST_PARTITIONS,
                MOST_PARTITIONS);
    }

    private static short replicas(int brokers) {
        return (short) Math.min(brokers, MOST_REPLICAS);
    }

    private static Map<String, String> replicated(int brokers) {
        return Map.of(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, brokers >= MOST_REPLICAS ? "2" : "1");
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}

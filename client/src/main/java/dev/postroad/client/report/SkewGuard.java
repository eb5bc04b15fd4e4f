package dev.postroad.client.report;

import dev.postroad.contract.topic.Contract;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns when the keys of what is published fill the partitions unevenly: all records of a key go to one partition, and
 * one consumer. It names the key field, and never a key: that may be personal data. Used by one thread.
 */
final class SkewGuard {
    private static final Logger LOG = LoggerFactory.getLogger(SkewGuard.class);

    /** Some 13,000 records. */
    private static final long LEAST_SAMPLES = 200;

    private static final Duration SILENT_FOR = Duration.ofHours(1);

    private final Contract contract;
    private final Clock clock;
    private Instant silentUntil = Instant.MIN;

    SkewGuard(Contract contract, Clock clock) {
        this.contract = contract;
        this.clock = clock;
    }

    /** Warns if there is reason to, and none was given within the hour. */
    void look(KeySketch.Keys keys, int partitions) {
        var warning = warning(keys, partitions);
        if (warning.isEmpty() || clock.instant().isBefore(silentUntil)) {
            return;
        }
        silentUntil = clock.instant().plus(SILENT_FOR);
        LOG.atWarn()
                .addKeyValue("topic", contract.kafkaTopic())
                .addKeyValue("partitions", partitions)
                .log(warning.get());
    }

    /** What is wrong with keys for so many partitions. */
    Optional<String> warning(KeySketch.Keys keys, int partitions) {
        if (keys.samples() < LEAST_SAMPLES || partitions < 2 || contract.key().isEmpty()) {
            return Optional.empty();
        }
        var field = contract.key().get().field().getName();
        if (keys.distinct() < partitions) {
            return Optional.of(
                    "key field %s has about %d values for %d partitions, so some stay empty; use a field with more values"
                            .formatted(field, keys.distinct(), partitions));
        }
        // The partition of the hottest key gets its share and, of the others, as much as any partition.
        var load = 1 + keys.hottestShare() * (partitions - 1);
        return load < 2
                ? Optional.empty()
                : Optional.of(
                        "%.0f %% of the messages have one value of key field %s, so one partition gets %.1f times its share; use a field whose values are more even"
                                .formatted(keys.hottestShare() * 100, field, load));
    }
}

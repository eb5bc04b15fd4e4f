package dev.postroad.client.group;

import dev.postroad.client.retry.Retries;
import dev.postroad.contract.topic.DerivedTopics;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * How a run's subscription is set up.
 *
 * @param order in which records are handled
 * @param enforces whether a record that breaks a rule is a dead letter
 */
record Plan(RecoveryModelTest.Order order, Retries retries, boolean enforces, int partitions, int keys) {
    private static final List<List<Duration>> DELAYS = List.of(
            List.of(),
            List.of(Duration.ofSeconds(3)),
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10)),
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(1)));

    static Plan drawn(RecoveryModelTest.Order order, Random random) {
        return new Plan(order, retries(random), random.nextBoolean(), 1 + random.nextInt(3), 3 + random.nextInt(10));
    }

    private static Retries retries(Random random) {
        var delays = DELAYS.get(random.nextInt(DELAYS.size()));
        return switch (random.nextInt(8)) {
            case 0 -> Retries.untilHandled();
            case 1, 2, 3 -> new Retries(Retries.Place.MEMORY, delays);
            default -> new Retries(Retries.Place.TOPICS, delays);
        };
    }

    boolean hasDeadLetters() {
        return retries.place() != Retries.Place.MEMORY_FOR_EVER;
    }

    /** In which records wait for delayed retries, and by which dead letters come back. */
    List<String> delayedTopics(DerivedTopics derived) {
        return retries.topics(derived).stream()
                .filter(topic -> !topic.equals(derived.deadLetters()))
                .toList();
    }

    /** Whether records never leave their place but as dead letters. */
    boolean keepsOrder() {
        return retries.place() != Retries.Place.TOPICS;
    }

    /** Whether a whole partition waits for a record that is not handled. */
    boolean partitionsWait() {
        return keepsOrder() && order != RecoveryModelTest.Order.BY_KEY;
    }
}

package dev.postroad.client.subscribe;

import dev.postroad.client.lane.Workers;
import dev.postroad.client.retry.Retries;
import dev.postroad.contract.topic.GroupName;
import java.util.Optional;

/**
 * What a subscription may do otherwise than others. Without it, all do the same.
 *
 * @param name of a subscription that has a consumer group of its own; none for the service's group
 * @param retries what is done with a record that was not handled
 * @param enforcesRules whether a record that breaks a rule of its contract becomes a dead letter instead of reaching
 *     the handler
 * @param usesVirtualThreads whether handlers run in virtual threads, of which waiting costs little
 */
public record SubscriptionOptions(
        Optional<String> name, Retries retries, boolean enforcesRules, boolean usesVirtualThreads) {
    public SubscriptionOptions {
        name.filter(given -> !GroupName.isWord(given)).ifPresent(given -> {
            throw new IllegalArgumentException(
                    "'%s' is no name of a subscription; use lower-case words joined by hyphens, such as audit"
                            .formatted(given));
        });
    }

    /**
     * The standard: the service's group; delayed retries through the group's own topics, then a dead letter; rules are
     * counted, since one may be younger than the record; threads of the platform.
     */
    public static SubscriptionOptions standard() {
        return new SubscriptionOptions(Optional.empty(), Retries.standard(), false, false);
    }

    /**
     * These options in a consumer group of the subscription's own, {@code <service>.<name>}. It gets each record of its
     * topic whatever the service's other groups do with theirs, and has offsets, retries and dead letters of its own.
     * Subscriptions of one name share a group.
     *
     * <p>In each process a group has a consumer with its connections, a thread that polls, and up to 64 MiB of records
     * in flight, beside those of other groups.
     *
     * @param other the name, as the service's file in the bus repository has it: lower-case words joined by hyphens
     * @throws IllegalArgumentException if it is not so
     */
    public SubscriptionOptions named(String other) {
        return new SubscriptionOptions(Optional.of(other), retries, enforcesRules, usesVirtualThreads);
    }

    /** These options with other retries. */
    public SubscriptionOptions withRetries(Retries others) {
        return new SubscriptionOptions(name, others, enforcesRules, usesVirtualThreads);
    }

    /** These options, but records that break a rule of their contract become dead letters. */
    public SubscriptionOptions enforcingRules() {
        return new SubscriptionOptions(name, retries, true, usesVirtualThreads);
    }

    /**
     * These options with virtual threads.
     *
     * @throws UnsupportedOperationException if the Java runtime is older than 21
     */
    public SubscriptionOptions onVirtualThreads() {
        Workers.requireVirtualThreads();
        return new SubscriptionOptions(name, retries, enforcesRules, true);
    }
}

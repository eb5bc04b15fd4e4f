package dev.postroad.client.subscribe;

import dev.postroad.client.lane.Workers;
import dev.postroad.client.retry.Retries;

/**
 * What a subscription may do otherwise than others. Without it, all do the same.
 *
 * @param retries what is done with a record that was not handled
 * @param enforcesRules whether a record that breaks a rule of its contract becomes a dead letter instead of reaching
 *     the handler
 * @param usesVirtualThreads whether handlers run in virtual threads, of which waiting costs little
 */
public record SubscriptionOptions(Retries retries, boolean enforcesRules, boolean usesVirtualThreads) {
    /**
     * The standard: delayed retries through the group's own topics, then a dead letter; rules are counted, since one
     * may be younger than the record; threads of the platform.
     */
    public static SubscriptionOptions standard() {
        return new SubscriptionOptions(Retries.standard(), false, false);
    }

    /** These options with other retries. */
    public SubscriptionOptions withRetries(Retries others) {
        return new SubscriptionOptions(others, enforcesRules, usesVirtualThreads);
    }

    /** These options, but records that break a rule of their contract become dead letters. */
    public SubscriptionOptions enforcingRules() {
        return new SubscriptionOptions(retries, true, usesVirtualThreads);
    }

    /**
     * These options with virtual threads.
     *
     * @throws UnsupportedOperationException if the Java runtime is older than 21
     */
    public SubscriptionOptions onVirtualThreads() {
        Workers.requireVirtualThreads();
        return new SubscriptionOptions(retries, enforcesRules, true);
    }
}

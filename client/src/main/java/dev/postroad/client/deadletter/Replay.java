package dev.postroad.client.deadletter;

import java.util.function.Predicate;

/**
 * Which dead letters are given back to their group, and how.
 *
 * @param filter says which
 * @param most how many at most
 * @param perSecond how many in a second at most
 * @param mostReplays a dead letter that was replayed so often stays where it is
 * @param isDryRun whether they are only counted
 */
public record Replay(Predicate<DeadLetter> filter, long most, double perSecond, int mostReplays, boolean isDryRun) {
    /** Replayed three times, and a dead letter for the fourth: somebody has to look at it. */
    public static final int STANDARD_MOST_REPLAYS = 3;

    public Replay {
        if (most < 1) {
            throw new IllegalArgumentException("a replay of %d dead letters is none; use 1 or more".formatted(most));
        }
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException(
                    "dead letters cannot be replayed at %s a second; use a positive number".formatted(perSecond));
        }
        if (mostReplays < 1) {
            throw new IllegalArgumentException(
                    "a dead letter cannot be replayed %d times at most; use 1 or more".formatted(mostReplays));
        }
    }

    /** A replay of those that a filter takes: all of them, 100 in a second, each three times at most. */
    public static Replay of(Predicate<DeadLetter> filter) {
        return new Replay(filter, Long.MAX_VALUE, 100, STANDARD_MOST_REPLAYS, false);
    }

    /** This replay, but it only counts. */
    public Replay dryRun() {
        return new Replay(filter, most, perSecond, mostReplays, true);
    }

    /**
     * What a replay did.
     *
     * @param replayed given back to the group, or to be given back by a dry run
     * @param parked left where they are, because they were replayed too often
     */
    public record Result(long replayed, long parked) {}
}

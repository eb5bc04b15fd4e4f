package dev.postroad.client.retry;

import dev.postroad.contract.topic.DerivedTopics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How often, when and where a record is handled again that was not handled.
 *
 * @param place where it waits
 * @param delays after the quick retries; a record that still fails after the last of them is a dead letter
 */
public record Retries(Place place, List<Duration> delays) {
    /** The pauses of the first retries, in place. */
    static final List<Duration> QUICK = List.of(Duration.ofMillis(50), Duration.ofMillis(250));

    /** A pause so short is not worth a way through a topic. */
    private static final Duration NOT_WORTH_A_TOPIC = Duration.ofSeconds(1);

    /** How long a handler may put a record off, from its first failure on. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final int LONGEST_PAUSE_SECONDS = 30;

    /** How often one record is tried in its place while most records fail. */
    private static final int TRIALS = 5;

    /** By so much what has had its trials leaves the next one to others, which hear of it with a poll. */
    private static final Duration OTHERS_FIRST = Duration.ofSeconds(1);

    /** Where a record waits. */
    public enum Place {
        /** In the group's own topics, so that what is behind it goes on; it is handled after records that follow it. */
        TOPICS,
        /** In memory, at its place: what has to keep its order waits with it. */
        MEMORY,
        /** In memory, until it is handled; there are no dead letters. */
        MEMORY_FOR_EVER
    }

    public Retries {
        delays = List.copyOf(delays);
        for (var delay : delays) {
            if (delay.compareTo(Duration.ofSeconds(1)) < 0 || delay.getNano() != 0 || delay.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "a record cannot be retried after %s; a delay is given in whole seconds, up to a day"
                                .formatted(delay));
            }
        }
        if (delays.stream().distinct().count() < delays.size()) {
            throw new IllegalArgumentException(
                    "delays %s: each has a topic of its own, so all must differ".formatted(delays));
        }
    }

    /**
     * Two quick retries in place; then after 10 s, 1 min and 10 min, through the group's own topics; then a dead
     * letter.
     *
     * <p>A record that takes this way is handled after records that follow it, also those with its key.
     */
    public static Retries standard() {
        return new Retries(Place.TOPICS, DerivedTopics.STANDARD_DELAYS);
    }

    /**
     * The standard retries at the record's place, so that order is kept: by partition or by key, as the mode says. What
     * has to keep its order waits in memory; when much waits, its partition is paused. Attempts are counted anew when
     * the process restarts or the partition moves.
     */
    public static Retries inOrder() {
        return new Retries(Place.MEMORY, DerivedTopics.STANDARD_DELAYS);
    }

    /**
     * Retries at the record's place until it is handled: after 1 s, doubling to 30 s. There are no dead letters, and
     * the group needs no topics of its own. A record that can never be handled holds up its partition, or its key.
     */
    public static Retries untilHandled() {
        return new Retries(Place.MEMORY_FOR_EVER, List.of());
    }

    /**
     * These retries with other delays.
     *
     * @param others whole seconds, from a second to a day, all different; none for no delayed retries
     * @throws IllegalArgumentException if they are not so
     */
    public Retries withDelays(Duration... others) {
        return new Retries(place, Arrays.asList(others));
    }

    /** The topics that a group needs for these retries. */
    public List<String> topics(DerivedTopics derived) {
        var topics = new ArrayList<>(delayedTopics(derived));
        if (place != Place.MEMORY_FOR_EVER) {
            topics.add(derived.deadLetters());
        }
        return List.copyOf(topics);
    }

    /** The topics in which records wait for delayed retries, and the one by which dead letters come back. */
    List<String> delayedTopics(DerivedTopics derived) {
        if (place == Place.MEMORY_FOR_EVER) {
            return List.of();
        }
        var waiting = place == Place.TOPICS ? delays.stream().map(derived::retry) : Stream.<String>of();
        return Stream.concat(waiting, Stream.of(derived.replays())).distinct().toList();
    }

    /**
     * What is done with a record.
     *
     * @param failures in its present place that use up a retry, this one included if it does
     * @param trail what happened to it before it came to its place
     */
    Verdict verdict(Failure failure, int failures, Trail trail, Instant now) {
        if (failure instanceof Failure.Later later) {
            return put(later.delay(), trail, now);
        }
        return switch (place) {
            case MEMORY_FOR_EVER -> new Verdict.Wait(pause(failures));
            case MEMORY ->
                failure instanceof Failure.Hopeless
                        ? new Verdict.GiveUp()
                        : inPlace(failures).<Verdict>map(Verdict.Wait::new).orElseGet(Verdict.GiveUp::new);
            case TOPICS -> failure instanceof Failure.Hopeless ? new Verdict.GiveUp() : delayed(failures, trail, now);
        };
    }

    /** How long a batch that failed as a whole waits at least, before each of its records is handled by itself. */
    static Duration pauseOfABatch(Duration untilTrial) {
        return longer(QUICK.get(0), untilTrial);
    }

    /**
     * What is done with a record while most records fail: it waits for the next trial. One that has had its trials lets
     * others have theirs; no retries are used up, and nothing becomes a dead letter.
     */
    Verdict verdictInAnOutage(int attempts, Trail trail, Duration untilTrial, Instant now) {
        var hasHadItsTrials = attempts > TRIALS;
        if (hasHadItsTrials && !keepsPlace()) {
            return new Verdict.Delay(delays.get(0), now.plus(delays.get(0)), trail.retries());
        }
        var wait = longer(QUICK.get(0), untilTrial);
        return new Verdict.Wait(hasHadItsTrials ? wait.plus(OTHERS_FIRST) : wait);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** What is done with a record for whose quick retries there is no time. */
    Verdict withoutQuickRetries(Trail trail, Instant now) {
        return delayed(QUICK.size() + 1, trail, now);
    }

    /** Whether records never leave their place for a retry. */
    boolean keepsPlace() {
        return place != Place.TOPICS || delays.isEmpty();
    }

    private Optional<Duration> inPlace(int failures) {
        var quick = QUICK.size();
        if (failures <= quick) {
            return Optional.of(QUICK.get(failures - 1));
        }
        var index = failures - quick - 1;
        return index < delays.size() ? Optional.of(delays.get(index)) : Optional.empty();
    }

    private Verdict delayed(int failures, Trail trail, Instant now) {
        // What has waited for a delayed retry has had its quick ones.
        if (trail.firstFailure().isEmpty() && failures <= QUICK.size()) {
            return new Verdict.Wait(QUICK.get(failures - 1));
        }
        if (trail.retries() >= delays.size()) {
            return new Verdict.GiveUp();
        }
        var delay = delays.get(trail.retries());
        return new Verdict.Delay(delay, now.plus(delay), trail.retries() + 1);
    }

    /** A handler that asks for time uses up no delayed retry, for as long as a day. */
    private Verdict put(Duration delay, Trail trail, Instant now) {
        if (trail.firstFailure()
                .filter(first -> first.plus(LONGEST).isBefore(now))
                .isPresent()) {
            return new Verdict.GiveUp();
        }
        if (place != Place.TOPICS || delays.isEmpty() || delay.compareTo(NOT_WORTH_A_TOPIC) <= 0) {
            return new Verdict.Wait(delay);
        }
        var topicDelay = delays.stream()
                .filter(candidate -> candidate.compareTo(delay) >= 0)
                .min(Duration::compareTo)
                .orElseGet(() -> delays.stream().max(Duration::compareTo).orElseThrow());
        return new Verdict.Delay(topicDelay, now.plus(delay), trail.retries());
    }

    private static Duration pause(int failures) {
        // Five doublings of a second pass the longest pause; stopping there keeps the shift from overflowing.
        return Duration.ofSeconds(Math.min(LONGEST_PAUSE_SECONDS, 1 << Math.min(failures - 1, 5)));
    }
}

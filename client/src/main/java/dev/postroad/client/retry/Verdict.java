package dev.postroad.client.retry;

import java.time.Duration;
import java.time.Instant;

/** What is done with a record that was not handled. */
sealed interface Verdict {
    /**
     * It is handled again in its place, and what has to keep its order waits.
     *
     * @param delay from now on
     */
    record Wait(Duration delay) implements Verdict {}

    /**
     * It waits in a topic for delayed retries, and what is behind it goes on.
     *
     * @param topicDelay the delay that the topic is named after
     * @param notBefore when it is handled again at the earliest
     * @param retries how many of the delayed retries it has used then
     */
    record Delay(Duration topicDelay, Instant notBefore, int retries) implements Verdict {}

    /** It becomes a dead letter. */
    record GiveUp() implements Verdict {}
}

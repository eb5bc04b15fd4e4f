package dev.postroad.client.retry;

import dev.postroad.client.lane.Crew;
import dev.postroad.client.lane.Gate;
import dev.postroad.client.lane.InFlight;
import dev.postroad.client.lane.Outcome;
import dev.postroad.client.report.ConsumeFigures;
import dev.postroad.contract.topic.DerivedTopics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** What a subscription does with the records that its handler could not handle. Safe for use by several threads. */
public final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final Retries retries;
    private final DerivedTopics derived;
    private final Relay relay;
    private final ConsumeFigures figures;
    private final Clock clock;
    private final Breaker breaker;
    private final QuickBudget budget;

    /**
     * The recovery of one subscription.
     *
     * @param nanos a reading of the timer that its crew goes by
     */
    public Recovery(
            Retries retries, DerivedTopics derived, Relay relay, ConsumeFigures figures, Clock clock, long nanos) {
        this.retries = retries;
        this.derived = derived;
        this.relay = relay;
        this.figures = figures;
        this.clock = clock;
        this.breaker = new Breaker(derived.group() + " on " + derived.topic());
        this.budget = new QuickBudget(nanos);
    }

    /** The consumer group whose records they are. */
    public String group() {
        return derived.group();
    }

    /** Keeps records from the handler while most of them fail. */
    public Gate gate() {
        return breaker;
    }

    /** The topics in which records wait for delayed retries. */
    public List<String> delayedTopics() {
        return retries.delayedTopics(derived);
    }

    /** Whether a record of a topic for delayed retries has waited long enough. */
    public boolean isDue(Trail trail) {
        return trail.notBefore()
                .filter(notBefore -> notBefore.isAfter(clock.instant()))
                .isEmpty();
    }

    /** A record was handled. */
    public void handled(InFlight record) {
        if (breaker.listens()) {
            breaker.succeeded(Trail.of(record.received()));
        }
    }

    /** A record was not handled; says what becomes of it, and has that done. */
    public Outcome failed(InFlight record, Failure failure, Crew crew) {
        var trail = Trail.of(record.received());
        var now = clock.instant();
        figures.failed(record.received(), failure.cause(), now);
        var verdict = verdict(record, failure, trail, crew.timer().nanos(), now);
        if (verdict instanceof Verdict.Wait wait) {
            log(Level.WARN, record, failure)
                    .addKeyValue("nextTryIn", wait.delay())
                    .log("a record was not handled; it is tried again in its place");
            return new Outcome.Again(wait.delay());
        }
        if (verdict instanceof Verdict.Delay delay) {
            log(Level.WARN, record, failure)
                    .addKeyValue("nextTryIn", Duration.between(now, delay.notBefore()))
                    .log("a record was not handled; it is tried again later, and those behind it go on");
            var topic = derived.retry(delay.topicDelay());
            return moved(
                    move(record, topic, trail, delay.retries(), delay.notBefore(), failure, now, crew),
                    figures::retried);
        }
        log(Level.ERROR, record, failure)
                .addKeyValue("to", derived.deadLetters())
                .log("a record was not handled; it is a dead letter");
        return moved(
                move(record, derived.deadLetters(), trail, trail.retries(), null, failure, now, crew),
                figures::deadLettered);
    }

    /**
     * A batch was not handled, and it is not known for which of its records: each is handled by itself, and none has
     * used up a retry.
     *
     * @return what becomes of the first record; the others follow it
     */
    public Outcome failedTogether(InFlight first, Failure failure, Crew crew) {
        figures.failed(first.received(), failure.cause(), clock.instant());
        var nanos = crew.timer().nanos();
        var isOutage = failure instanceof Failure.Thrown && breaker.failed(Trail.of(first.received()), nanos);
        var delay = Retries.pauseOfABatch(Duration.ofNanos(isOutage ? breaker.untilTrial(nanos) : 0));
        log(Level.WARN, first, failure)
                .addKeyValue("nextTryIn", delay)
                .log("a batch was not handled; its records are tried one by one");
        return new Outcome.Again(delay);
    }

    private Verdict verdict(InFlight record, Failure failure, Trail trail, long nanos, Instant now) {
        // A record that is bad itself says nothing about the outside world, nor does one whose handler wants time.
        if (failure instanceof Failure.Thrown && breaker.failed(trail, nanos)) {
            var untilTrial = Duration.ofNanos(breaker.untilTrial(nanos));
            return retries.verdictInAnOutage(record.attempts(), trail, untilTrial, now);
        }
        // A handler that asks for time uses up no retry.
        var failures = failure instanceof Failure.Later ? 0 : record.countFailure();
        var verdict = retries.verdict(failure, failures, trail, now);
        return verdict instanceof Verdict.Wait wait
                        && failure instanceof Failure.Thrown
                        && !retries.keepsPlace()
                        && !budget.take(wait.delay(), nanos)
                ? retries.withoutQuickRetries(trail, now)
                : verdict;
    }

    private CompletionStage<Void> move(
            InFlight record,
            String topic,
            Trail trail,
            int retriesUsed,
            @Nullable Instant notBefore,
            Failure failure,
            Instant now,
            Crew crew) {
        var received = record.received();
        var deliveries = trail.deliveries() + record.attempts();
        var headers = TrailHeaders.of(
                received.headers(), trail, derived.group(), deliveries, retriesUsed, notBefore, failure.cause(), now);
        var copy = new ProducerRecord<>(topic, null, null, received.key(), received.value(), headers);
        return relay.move(record, copy, crew);
    }

    private static Outcome moved(CompletionStage<Void> stored, Runnable count) {
        return new Outcome.Moved(stored.thenRun(count));
    }

    /** Whatever is logged of a record, its payload is not. */
    private LoggingEventBuilder log(Level level, InFlight record, Failure failure) {
        var received = record.received();
        return LOG.atLevel(level)
                .addKeyValue("group", derived.group())
                .addKeyValue("topic", received.topic())
                .addKeyValue("partition", received.partition())
                .addKeyValue("offset", received.offset())
                .addKeyValue("attempts", record.attempts())
                .setCause(failure.cause());
    }
}

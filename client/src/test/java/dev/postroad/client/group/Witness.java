package dev.postroad.client.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.client.lane.Gate;
import dev.postroad.client.lane.InFlight;
import dev.postroad.client.lane.Outcome;
import dev.postroad.client.subscribe.Context;
import dev.postroad.client.subscribe.RetryAfterException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Sees what one service does with its records: what its handler is given and says, what becomes of the record, and what
 * is stored elsewhere. Holds it to what is promised.
 */
final class Witness {
    private static final int QUICK = 2;
    private static final long QUICK_BUDGET = Duration.ofMillis(4_700).toNanos();

    private final String service;
    private final World world;
    private final Ledger ledger;
    private final StopCheck stop;
    private final ThreadLocal<Call> current = new ThreadLocal<>();
    private final Map<InFlight, Stay> stays = new HashMap<>();
    private final Map<ProducerRecord<byte[], byte[]>, Transfer> transfers = new IdentityHashMap<>();
    private long waited;

    /** A record in its present place. */
    private static final class Stay {
        private int attempts;
        private int failures;
        private long restsUntil;
    }

    Witness(String service, World world, Ledger ledger, Gate gate) {
        this.service = service;
        this.world = world;
        this.ledger = ledger;
        this.stop = new StopCheck(service, world, gate);
    }

    /** A handler is to be given records. */
    void begins(List<InFlight> batch) {
        var now = world.steps().nanos();
        ledger.started(batch.get(0).received());
        for (var record : batch) {
            var received = record.received();
            world.book().started(received, ledger.epoch(received));
            stay(record).attempts++;
            assertThat(stay(record).restsUntil).as("%s rests", name(record)).isLessThanOrEqualTo(now);
            assertThat(CopyCheck.number(received.headers(), "not.before", 0))
                    .as("%s is due", name(record))
                    .isLessThanOrEqualTo(millis());
        }
        current.set(new Call(batch));
        stop.begins();
        world.trace().tell(service, "begins", batch.stream().map(this::name).toList(), "");
    }

    private long millis() {
        return now().toEpochMilli();
    }

    private Instant now() {
        return world.steps().clock().instant();
    }

    private Stay stay(InFlight record) {
        return stays.computeIfAbsent(record, unused -> new Stay());
    }

    private String name(InFlight record) {
        var received = record.received();
        return "%s of %s-%d@%d"
                .formatted(
                        world.book().of(received.headers()).id(),
                        received.topic(),
                        received.partition(),
                        received.offset());
    }

    /** A handler of this thread is given a message. */
    Published sees(String id, int index, Context context) {
        var message = world.book().message(id);
        var published = message.record();
        var record = call().batch().get(index);
        assertThat(context).hasToString("%s-%d@%d", published.topic(), published.partition(), published.offset());
        assertThat(context.timestamp()).isEqualTo(Instant.ofEpochMilli(published.timestamp()));
        assertThat(context.attempt())
                .as("attempt at %s", message)
                .isEqualTo((int) CopyCheck.number(record.received().headers(), "delivery.count", 0)
                        + stay(record).attempts);
        return message;
    }

    /** The call that this thread makes. */
    Call call() {
        return Objects.requireNonNull(current.get());
    }

    /** A copy is to be stored, for the first time or again. */
    Transfer sends(ProducerRecord<byte[], byte[]> copy) {
        var transfer = transfers.computeIfAbsent(copy, this::begun);
        assertThat(transfer.hasEnded())
                .as("%s: %s is sent by who has the record no more", service, transfer)
                .isFalse();
        return transfer;
    }

    private Transfer begun(ProducerRecord<byte[], byte[]> copy) {
        var call = call();
        judge(call);
        var message = world.book().of(copy.headers());
        var record = source(call, message);
        var stay = stay(record);
        var isDeadLetter = copy.topic().equals(world.derived().deadLetters());
        world.tally().count(isDeadLetter ? Tally.Deed.DEAD_LETTER : Tally.Deed.PUT_OFF);
        world.trace().tell(service, "moves", name(record), copy.topic());
        var check = new CopyCheck(
                world.plan(),
                world.derived(),
                record.received(),
                message,
                stay.attempts,
                stay.failures,
                message.fate() instanceof Fate.Unreadable ? null : call.thrown(),
                stop.hasStopped(),
                now());
        check.check(copy);
        checkQuickRetries(record, stay, call);
        return new Transfer(record, copy, message, ledger);
    }

    /** A message may be in a batch twice, when it has been repeated. */
    private InFlight source(Call call, Published message) {
        var culprit = call.culprit();
        return Stream.concat(Stream.ofNullable(culprit), call.batch().stream())
                .filter(each -> world.book().of(each.received().headers()) == message)
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s is moved, and was not handled".formatted(message)));
    }

    /** What fails first is tried twice more in its place, unless too much has waited already. */
    private void checkQuickRetries(InFlight record, Stay stay, Call call) {
        var isFirst = CopyCheck.text(record.received().headers(), "first.failure") == null;
        if (isFirst && call.hasFailed() && waited < QUICK_BUDGET && !stop.hasStopped()) {
            assertThat(stay.attempts)
                    .as("attempts at %s in its place", name(record))
                    .isGreaterThan(QUICK);
        }
    }

    /** Counts a failure, once: before what follows from it. */
    private void judge(Call call) {
        if (!call.judge()) {
            return;
        }
        var isOutage = stop.look();
        var culprit = call.culprit();
        if (culprit == null || !call.hasFailed()) {
            return;
        }
        var message = world.book().of(culprit.received().headers());
        if (call.isCulpritKnown()) {
            stop.failed(message);
        }
        if (!isOutage) {
            stay(culprit).failures++;
            message.failed();
        }
    }

    /** The call has returned; before the lane knows what of. */
    void ends(List<InFlight> batch, @Nullable List<Outcome> outcomes) {
        ledger.stopped(batch.get(0).received());
        var call = call();
        current.remove();
        if (outcomes == null) {
            return;
        }
        if (batch.get(0).isRunning()) {
            judge(call);
        }
        if (call.hasHandledAny()) {
            stop.handledOne();
        }
        for (var index = 0; index < batch.size(); index++) {
            settles(call, index, outcomes.get(index));
        }
        stop.ends();
    }

    private void settles(Call call, int index, Outcome outcome) {
        var record = call.batch().get(index);
        world.trace().tell(service, record.isRunning() ? "ends" : "has lost", name(record), outcome);
        var hasHandled = call.hasHandled(index);
        if (!record.isRunning()) {
            if (hasHandled) {
                ledger.finished(record.received(), null);
            }
            return;
        }
        assertThat(outcome == Outcome.DONE).as("%s is dealt with", name(record)).isEqualTo(hasHandled);
        if (outcome instanceof Outcome.Again again) {
            rests(call, record, again.delay());
        } else if (outcome instanceof Outcome.Moved) {
            ledger.settled(record.received());
            ledger.rests(record.received());
        } else if (outcome == Outcome.NOT_BEGUN) {
            stay(record).attempts--;
        } else {
            ledger.settled(record.received());
            ledger.finished(record.received(), ledger.epoch(record.received()));
        }
    }

    private void rests(Call call, InFlight record, Duration delay) {
        ledger.rests(record.received());
        waited += delay.toNanos();
        stay(record).restsUntil = world.steps().nanos() + delay.toNanos();
        if (call.thrown() instanceof RetryAfterException wish && call.isCulpritKnown()) {
            assertThat(delay).as("what %s waits", name(record)).isEqualTo(wish.delay());
        }
    }
}

package dev.postroad.client.subscribe;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.postroad.client.lane.Crew;
import dev.postroad.client.lane.InFlight;
import dev.postroad.client.lane.Outcome;
import dev.postroad.client.lane.Timer;
import dev.postroad.client.report.ConsumeFigures;
import dev.postroad.client.retry.Failure;
import dev.postroad.client.retry.Recovery;
import dev.postroad.client.retry.Trail;
import dev.postroad.client.retry.TrailHeaders;
import dev.postroad.client.telemetry.ProcessTracing;
import dev.postroad.client.telemetry.RunSampler;
import dev.postroad.client.telemetry.Step;
import dev.postroad.contract.language.TopicOptions.Cleanup;
import dev.postroad.contract.topic.Contract;
import dev.postroad.contract.topic.Topic;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How the records of a subscription are read, counted, and dealt with when they fail. Safe for use by several threads.
 *
 * @param <M> the message type that the contract binds to its topic
 */
public final class Reading<M extends Message> {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int SAMPLING_FROM = 1_000;
    private static final int SAMPLED = 16;

    private final Topic<M> topic;
    private final boolean enforces;
    private final ConsumeFigures figures;
    private final ProcessTracing tracing;
    private final Recovery recovery;
    private final Timer timer;
    private final WallTime time;

    /** Written by several threads, none of which minds another's value. */
    private int kept;

    /**
     * The reading of a topic.
     *
     * @param enforces whether records that break a constraint are kept from the handler
     * @param timer that the subscription's crew goes by
     */
    public Reading(
            Topic<M> topic,
            boolean enforces,
            ConsumeFigures figures,
            ProcessTracing tracing,
            Recovery recovery,
            Clock clock,
            Timer timer) {
        this.topic = topic;
        this.enforces = enforces;
        this.figures = figures;
        this.tracing = tracing;
        this.recovery = recovery;
        this.timer = timer;
        this.time = new WallTime(clock, timer.nanos());
    }

    /** The contract of the topic. */
    public Contract contract() {
        return topic.contract();
    }

    /** Looks at some runs of the lanes. */
    RunSampler runs() {
        return figures.runs();
    }

    /** The traces of what is handled. */
    ProcessTracing tracing() {
        return tracing;
    }

    /** What is done about failures. */
    Recovery recovery() {
        return recovery;
    }

    /** Whether a record deletes what its topic holds under its key. */
    boolean isTombstone(ConsumerRecord<byte[], byte[]> received) {
        return received.value() == null && contract().cleanup() == Cleanup.COMPACT;
    }

    /**
     * The message of a record.
     *
     * @throws UnreadableRecordException if the bytes are none of the topic's message, or it breaks a constraint and
     *     constraints are enforced
     */
    M message(InFlight record) {
        if (!record.isTimed()) {
            var message = parsed(record.received());
            validate(message);
            return message;
        }
        var begun = timer.nanos();
        var message = parsed(record.received());
        var parsed = timer.nanos();
        figures.steps().add(Step.PARSE, parsed - begun);
        validate(message);
        figures.steps().add(Step.VALIDATE, timer.nanos() - parsed);
        return message;
    }

    private M parsed(ConsumerRecord<byte[], byte[]> received) {
        if (received.value() == null) {
            throw new UnreadableRecordException("the record has no value");
        }
        try {
            return topic.parser().parseFrom(received.value());
        } catch (InvalidProtocolBufferException e) {
            throw new UnreadableRecordException(
                    "the record's %d bytes are no %s"
                            .formatted(
                                    received.value().length,
                                    contract().message().getFullName()),
                    e);
        }
    }

    private void validate(M message) {
        if (enforces) {
            enforce(message);
        } else {
            count(message);
        }
    }

    /** A reading of the timer, if the record is timed. */
    long begun(InFlight record) {
        return record.isTimed() ? timer.nanos() : 0;
    }

    /** A handler has had a record, or it and the others of its batch, since then. */
    void ended(InFlight record, long begunNanos) {
        if (record.isTimed()) {
            figures.steps().add(Step.HANDLE, timer.nanos() - begunNanos);
        }
    }

    private void enforce(M message) {
        if (!topic.check().isValid(message)) {
            figures.violating(1);
            throw UnreadableRecordException.violating(topic.check().violations(message));
        }
    }

    /** When very many in a row keep the rules, one in 16 is looked at, until one breaks them. */
    private void count(M message) {
        var isSampling = kept >= SAMPLING_FROM;
        if (isSampling && (ThreadLocalRandom.current().nextInt() & SAMPLED - 1) != 0) {
            return;
        }
        if (topic.check().isValid(message)) {
            kept++;
        } else {
            kept = 0;
            figures.violating(isSampling ? SAMPLED : 1);
        }
    }

    Context context(InFlight record) {
        return new Context(record.received(), record.attempts());
    }

    /** A record was handled, at a reading of the timer. */
    void handled(InFlight record, long nanos) {
        figures.handled();
        if (record.isTimed()) {
            timed(record, nanos);
        }
        recovery.handled(record);
    }

    private void timed(InFlight record, long nanos) {
        var received = record.received();
        var polled = record.timedFromNanos();
        figures.timed(received.key(), (time.millis(nanos) - published(received)) * NANOS_PER_MILLI);
        if (record.attempts() == 1) {
            figures.steps().add(Step.FETCH, (time.millis(polled) - received.timestamp()) * NANOS_PER_MILLI);
            figures.steps().add(Step.QUEUE, record.startedNanos() - polled);
        }
    }

    private static long published(ConsumerRecord<byte[], byte[]> received) {
        return received.headers().lastHeader(TrailHeaders.TOPIC) == null
                ? received.timestamp()
                : Trail.of(received).timestamp().toEpochMilli();
    }

    /** What becomes of a record that was not handled, which is counted and logged. */
    Outcome failed(InFlight record, Exception cause, Crew crew) {
        return recovery.failed(record, failure(cause), crew);
    }

    /** What becomes of the first record of a batch that was not handled as a whole, which is counted and logged. */
    Outcome failedTogether(InFlight first, Exception cause, Crew crew) {
        return recovery.failedTogether(first, failure(cause), crew);
    }

    private static Failure failure(Exception cause) {
        if (cause instanceof RetryAfterException wish) {
            return new Failure.Later(wish.delay(), cause);
        }
        return cause instanceof UnreadableRecordException || cause instanceof DeadLetterException
                ? new Failure.Hopeless(cause)
                : new Failure.Thrown(cause);
    }
}

package dev.postroad.client.subscribe;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.UnsafeByteOperations;
import dev.postroad.client.lane.Crew;
import dev.postroad.client.lane.InFlight;
import dev.postroad.client.lane.Outcome;
import dev.postroad.client.report.ConsumeFigures;
import dev.postroad.client.retry.Failure;
import dev.postroad.client.retry.Recovery;
import dev.postroad.client.retry.Trail;
import dev.postroad.contract.language.TopicOptions.Cleanup;
import dev.postroad.contract.topic.Contract;
import dev.postroad.contract.topic.Topic;
import dev.postroad.contract.version.ContractVersion;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How the records of a subscription are read, counted, and dealt with when they fail. Safe for use by several threads.
 *
 * @param <M> the message type that the contract binds to its topic
 */
public final class Reading<M extends Message> {
    private final Topic<M> topic;
    private final boolean enforces;
    private final ConsumeFigures figures;
    private final Recovery recovery;
    private final Clock clock;

    /**
     * The reading of a topic.
     *
     * @param enforces whether records that break a constraint are kept from the handler
     */
    public Reading(Topic<M> topic, boolean enforces, ConsumeFigures figures, Recovery recovery, Clock clock) {
        this.topic = topic;
        this.enforces = enforces;
        this.figures = figures;
        this.recovery = recovery;
        this.clock = clock;
    }

    /** The contract of the topic. */
    public Contract contract() {
        return topic.contract();
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
    M message(ConsumerRecord<byte[], byte[]> received) {
        if (received.value() == null) {
            throw new UnreadableRecordException("the record has no value");
        }
        try {
            var message = topic.parser().parseFrom(received.value());
            if (!topic.check().isValid(message)) {
                violating(message);
            }
            return message;
        } catch (InvalidProtocolBufferException e) {
            throw new UnreadableRecordException(
                    "the record's %d bytes are no %s"
                            .formatted(
                                    received.value().length,
                                    contract().message().getFullName()),
                    e);
        }
    }

    private void violating(M message) {
        figures.violating();
        if (enforces) {
            throw UnreadableRecordException.violating(topic.check().violations(message));
        }
    }

    Context context(InFlight record) {
        var received = record.received();
        var trail = Trail.of(received);
        return new Context(
                trail.topic(),
                trail.partition(),
                trail.offset(),
                trail.timestamp(),
                Optional.ofNullable(received.key()).map(UnsafeByteOperations::unsafeWrap),
                version(received),
                trail.deliveries() + record.attempts());
    }

    private static Optional<ContractVersion> version(ConsumerRecord<byte[], byte[]> received) {
        return Optional.ofNullable(received.headers().lastHeader(ContractVersion.HEADER))
                .flatMap(header -> ContractVersion.ofBytes(header.value()));
    }

    void handled(InFlight record, Context context) {
        figures.handled(Duration.between(context.timestamp(), clock.instant()));
        recovery.handled(record);
    }

    /** What becomes of a record that was not handled, which is counted and logged. */
    Outcome failed(InFlight record, Exception cause, Crew crew) {
        return recovery.failed(record, failure(cause), crew);
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

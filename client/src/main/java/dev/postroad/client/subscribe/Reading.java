package dev.postroad.client.subscribe;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.postroad.client.report.ConsumeFigures;
import dev.postroad.contract.topic.Contract;
import dev.postroad.contract.topic.Topic;
import dev.postroad.contract.version.ContractVersion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the records of a topic are read by a group, and counted. Safe for use by several threads.
 *
 * @param <M> the message type that the contract binds to its topic
 */
public final class Reading<M extends Message> {
    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

    private final Topic<M> topic;
    private final String group;
    private final ConsumeFigures figures;
    private final Clock clock;

    /** The reading of a topic by a group. */
    public Reading(Topic<M> topic, String group, ConsumeFigures figures, Clock clock) {
        this.topic = topic;
        this.group = group;
        this.figures = figures;
        this.clock = clock;
    }

    /** The contract of the topic. */
    public Contract contract() {
        return topic.contract();
    }

    /**
     * The message of a record. Constraints are counted only: a rule may be younger than the record.
     *
     * @throws UnreadableRecordException if the bytes are none of the topic's message
     */
    M message(ConsumerRecord<byte[], byte[]> received) {
        if (received.value() == null) {
            throw new UnreadableRecordException("the record has no value");
        }
        try {
            var message = topic.parser().parseFrom(received.value());
            if (!topic.check().isValid(message)) {
                figures.violating();
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

    Context context(ConsumerRecord<byte[], byte[]> received) {
        return new Context(
                received.topic(), received.partition(), received.offset(), timestamp(received), version(received));
    }

    private static Instant timestamp(ConsumerRecord<byte[], byte[]> received) {
        return Instant.ofEpochMilli(received.timestamp());
    }

    private static Optional<ContractVersion> version(ConsumerRecord<byte[], byte[]> received) {
        return Optional.ofNullable(received.headers().lastHeader(ContractVersion.HEADER))
                .flatMap(header -> ContractVersion.ofBytes(header.value()));
    }

    void handled(ConsumerRecord<byte[], byte[]> received) {
        figures.handled(Duration.between(timestamp(received), clock.instant()));
    }

    /**
     * Counts and logs a failure; the payload is left out.
     *
     * @param failures of the record so far, this one included
     * @return how long the record waits
     */
    Duration failed(ConsumerRecord<byte[], byte[]> received, int failures, Throwable cause) {
        figures.failed();
        var pause = RetryPause.after(failures);
        LOG.atError()
                .addKeyValue("group", group)
                .addKeyValue("topic", received.topic())
                .addKeyValue("partition", received.partition())
                .addKeyValue("offset", received.offset())
                .addKeyValue("failures", failures)
                .addKeyValue("nextTryIn", pause)
                .setCause(cause)
                .log("a record was not handled; those behind it wait");
        return pause;
    }
}

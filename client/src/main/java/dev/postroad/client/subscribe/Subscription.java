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

/**
 * One handler on one topic.
 *
 * @param <M> the message type that the contract binds to its topic
 */
public final class Subscription<M extends Message> {
    private final Topic<M> topic;
    private final Handler<? super M> handler;
    private final ConsumeFigures figures;
    private final Clock clock;

    /** A subscription; an application gets its subscriptions from the bus. */
    public Subscription(Topic<M> topic, Handler<? super M> handler, ConsumeFigures figures, Clock clock) {
        this.topic = topic;
        this.handler = handler;
        this.figures = figures;
        this.clock = clock;
    }

    /** The contract of the topic. */
    public Contract contract() {
        return topic.contract();
    }

    /** Parses a record and calls the handler. Constraints are counted only: a rule may be younger than the record. */
    void handle(ConsumerRecord<byte[], byte[]> received) throws Exception {
        var timestamp = Instant.ofEpochMilli(received.timestamp());
        try {
            var message = parse(received);
            if (!topic.check().violations(message).isEmpty()) {
                figures.violating();
            }
            handler.handle(
                    message,
                    new Context(
                            received.topic(), received.partition(), received.offset(), timestamp, version(received)));
        } catch (Exception e) {
            figures.failed();
            throw e;
        }
        figures.handled(Duration.between(timestamp, clock.instant()));
    }

    private M parse(ConsumerRecord<byte[], byte[]> received) {
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

    private static Optional<ContractVersion> version(ConsumerRecord<byte[], byte[]> received) {
        return Optional.ofNullable(received.headers().lastHeader(ContractVersion.HEADER))
                .flatMap(header -> ContractVersion.ofBytes(header.value()));
    }
}

package dev.postroad.client.publish;

import com.google.protobuf.Message;
import dev.postroad.client.connection.Connection;
import dev.postroad.client.report.PublishFigures;
import dev.postroad.contract.check.Check;
import dev.postroad.contract.check.Violation;
import dev.postroad.contract.language.TopicOptions.Stage;
import dev.postroad.contract.topic.Contract;
import dev.postroad.contract.version.ContractVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Publishes the messages of one contract. Safe for use by several threads; lives as long as its bus.
 *
 * @param <M> the message type that the contract binds to its topic
 */
public final class Publisher<M extends Message> {
    private static final String KEY_RULE = "postroad.key";

    private final Contract contract;
    private final Check<? super M> check;
    private final byte[] version;
    private final Producer<byte[], byte[]> producer;
    private final PublishFigures figures;

    /** A publisher of a contract whose topic is on the cluster; an application gets its publishers from the bus. */
    public Publisher(Contract contract, Check<? super M> check, Connection connection, PublishFigures figures) {
        this.contract = contract;
        this.check = check;
        this.version = contract.version().bytes();
        this.producer = connection.producer();
        this.figures = figures;
    }

    /** The contract that messages are held to. */
    public Contract contract() {
        return contract;
    }

    /**
     * What the message breaks: constraints of the contract, or a key that is not set. A message without violations is
     * accepted by {@link #publish}.
     */
    public List<Violation> violations(M message) {
        requireType(message);
        var violations = check.violations(message);
        var keyField = contract.key().filter(key -> key.of(message).isEmpty());
        if (keyField.isEmpty()) {
            return violations;
        }
        var all = new ArrayList<>(violations);
        all.add(new Violation(keyField.get().field().getName(), KEY_RULE, "the record's key must be set"));
        return List.copyOf(all);
    }

    /**
     * Publishes a message.
     *
     * <p>The call returns when the message is in the sending buffer; the future completes when all in-sync replicas
     * have it, or fails with Kafka's exception when they did not within two minutes. It blocks for at most ten seconds
     * when the buffer is full. Messages with equal keys are stored in the order of the calls.
     *
     * @throws MessageRefusedException if the message breaks its contract and the contract is ENFORCED; nothing was sent
     * @throws IllegalArgumentException if the message is of another type than the contract's
     */
    public CompletableFuture<Delivery> publish(M message) {
        var violations = violations(message);
        if (!violations.isEmpty()) {
            if (contract.stage() == Stage.ENFORCED) {
                figures.refused(violations.get(0));
                throw new MessageRefusedException(contract.kafkaTopic(), violations);
            }
            figures.observed();
        }
        var key = contract.key().flatMap(field -> field.of(message)).orElse(null);
        var sent = new ProducerRecord<byte[], byte[]>(contract.kafkaTopic(), key, message.toByteArray());
        sent.headers().add(ContractVersion.HEADER, version);
        return send(sent);
    }

    private CompletableFuture<Delivery> send(ProducerRecord<byte[], byte[]> sent) {
        var delivery = new CompletableFuture<Delivery>();
        var unused = producer.send(sent, (metadata, failure) -> {
            if (failure == null) {
                figures.acknowledged();
                delivery.complete(new Delivery(
                        metadata.topic(),
                        metadata.partition(),
                        metadata.offset(),
                        Instant.ofEpochMilli(metadata.timestamp())));
            } else {
                figures.failed();
                delivery.completeExceptionally(failure);
            }
        });
        return delivery;
    }

    /** A generic caller can get past the compiler, and a dynamic message has no type that the compiler knows. */
    private void requireType(Message message) {
        var type = message.getDescriptorForType();
        if (type != contract.message()) {
            var sameName = type.getFullName().equals(contract.message().getFullName());
            throw new IllegalArgumentException("topic %s carries %s, not %s"
                    .formatted(
                            contract.kafkaTopic(),
                            contract.message().getFullName(),
                            sameName ? "a type of the same name from another descriptor" : type.getFullName()));
        }
    }

    @Override
    public String toString() {
        return "publisher of " + contract;
    }
}

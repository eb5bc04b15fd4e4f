package dev.postroad.client.publish;

import com.google.protobuf.Message;
import dev.postroad.client.connection.Connection;
import dev.postroad.client.report.PublishFigures;
import dev.postroad.client.telemetry.PublishTracing;
import dev.postroad.client.telemetry.Step;
import dev.postroad.contract.check.Check;
import dev.postroad.contract.check.Violation;
import dev.postroad.contract.topic.Contract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Publishes the messages of one contract. Safe for use by several threads; lives as long as its bus.
 *
 * @param <M> the message type that the contract binds to its topic
 */
public final class Publisher<M extends Message> {
    /** In place of a reading of the timer. */
    private static final long UNTIMED = Long.MIN_VALUE;

    private final Contract contract;
    private final Admission<M> admission;
    private final Producer<byte[], byte[]> producer;
    private final PublishTracing tracing;
    private final PublishFigures figures;

    /** A publisher of a contract whose topic is on the cluster; an application gets its publishers from the bus. */
    public Publisher(
            Contract contract,
            Check<? super M> check,
            Connection connection,
            PublishTracing tracing,
            PublishFigures figures) {
        this.contract = contract;
        this.admission = new Admission<>(contract, check);
        this.producer = connection.producer();
        this.tracing = tracing;
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
        return admission.violations(message);
    }

    /**
     * Publishes a message.
     *
     * <p>The call returns when the message is in the sending buffer; the future completes when all in-sync replicas
     * have it, or fails with Kafka's exception when they did not within two minutes. It blocks for at most ten seconds
     * when the buffer of 32 MiB is full, or no broker has answered for about 20 seconds, and the future fails if it
     * still is so. Messages with equal keys are stored in the order of the calls.
     *
     * @throws MessageRefusedException if the message breaks its contract and the contract is ENFORCED; nothing was sent
     * @throws IllegalArgumentException if the message is of another type than the contract's
     */
    public CompletableFuture<Delivery> publish(M message) {
        return publish(message, PublishOptions.none());
    }

    /**
     * Publishes a message as {@link #publish(Message)} does, with headers or a timestamp of its own.
     *
     * @throws MessageRefusedException if the message breaks its contract and the contract is ENFORCED; nothing was sent
     * @throws IllegalArgumentException if the message is of another type than the contract's
     */
    public CompletableFuture<Delivery> publish(M message, PublishOptions options) {
        var key = admission.key(message);
        if (!PublishFigures.isSampled()) {
            hold(admission.violations(message, key));
            return send(record(message, key, options), UNTIMED);
        }
        var begun = System.nanoTime();
        var violations = admission.violations(message, key);
        figures.steps().add(Step.VALIDATE, System.nanoTime() - begun);
        hold(violations);
        return send(record(message, key, options), begun);
    }

    /**
     * Publishes a message, and waits until all in-sync replicas have it: for two minutes at most.
     *
     * @throws MessageRefusedException if the message breaks its contract and the contract is ENFORCED; nothing was sent
     * @throws IllegalArgumentException if the message is of another type than the contract's
     * @throws DeliveryFailedException if Kafka has not acknowledged it
     * @throws InterruptedException if the thread is interrupted meanwhile; the message may be stored
     */
    public Delivery publishAndWait(M message) throws InterruptedException {
        try {
            return publish(message).get();
        } catch (ExecutionException e) {
            throw new DeliveryFailedException(
                    contract.kafkaTopic(), Optional.ofNullable(e.getCause()).orElse(e));
        }
    }

    /**
     * Publishes several messages. They are checked before the first is sent: if one breaks its contract, none is sent.
     * They are not stored as one: of a batch that fails half-way, some may be stored.
     *
     * @return the deliveries, in the order of the messages; fails if one has failed
     * @throws MessageRefusedException if a message breaks its contract and the contract is ENFORCED; its fields are
     *     told with the message's index in front, such as {@code [2].email}
     * @throws IllegalArgumentException if a message is of another type than the contract's
     */
    public CompletableFuture<List<Delivery>> publishAll(List<? extends M> messages) {
        var all = List.<M>copyOf(messages);
        var violations = new ArrayList<Violation>();
        for (var index = 0; index < all.size(); index++) {
            for (var violation : violations(all.get(index))) {
                var path = "[%d]%s%s".formatted(index, violation.field().isEmpty() ? "" : ".", violation.field());
                violations.add(new Violation(path, violation.rule(), violation.sentence()));
            }
        }
        hold(violations);
        var sent = all.stream()
                .map(message -> send(
                        record(message, admission.key(message), PublishOptions.none()),
                        PublishFigures.isSampled() ? System.nanoTime() : UNTIMED))
                .toList();
        return CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                .thenApply(unused -> sent.stream().map(CompletableFuture::join).toList());
    }

    /**
     * Deletes what a compacted topic holds under a key: sends a record without a value, a tombstone. Subscribers are
     * told ({@code Handler.deleted}), and Kafka removes the messages of the key in time.
     *
     * @param key the value of the contract's key field, as the field's Java type is
     * @throws IllegalStateException if the topic is not compacted
     * @throws IllegalArgumentException if the key is of another type, or empty
     */
    public CompletableFuture<Delivery> delete(Object key) {
        return send(new ProducerRecord<>(contract.kafkaTopic(), admission.deleted(key), null), UNTIMED);
    }

    /** Lets pass what the contract allows. */
    private void hold(List<Violation> violations) {
        if (violations.isEmpty()) {
            return;
        }
        if (admission.isEnforced()) {
            figures.refused(violations.get(0));
            throw admission.refusal(violations);
        }
        figures.observed();
    }

    private ProducerRecord<byte[], byte[]> record(M message, Optional<byte[]> key, PublishOptions options) {
        var record = new ProducerRecord<>(
                contract.kafkaTopic(),
                null,
                options.timestamp().map(Instant::toEpochMilli).orElse(null),
                key.orElse(null),
                message.toByteArray(),
                options.headers());
        admission.stamp(record.headers());
        return record;
    }

    /** Sends a record; a reading of the JVM's timer, if it is timed, says since when. */
    private CompletableFuture<Delivery> send(ProducerRecord<byte[], byte[]> record, long begunNanos) {
        figures.sending(record.value());
        var span = tracing.begin(record.headers());
        var delivery = new CompletableFuture<Delivery>();
        var sending = begunNanos == UNTIMED ? UNTIMED : System.nanoTime();
        var unused = producer.send(record, (metadata, failure) -> {
            if (span != null) {
                PublishTracing.end(span, metadata, failure);
            }
            if (failure != null) {
                figures.failed();
                delivery.completeExceptionally(failure);
                return;
            }
            figures.acknowledged();
            if (begunNanos != UNTIMED) {
                figures.acknowledgedAfter(System.nanoTime() - begunNanos);
            }
            delivery.complete(new Delivery(
                    metadata.topic(),
                    metadata.partition(),
                    metadata.offset(),
                    Instant.ofEpochMilli(metadata.timestamp())));
        });
        if (sending != UNTIMED) {
            figures.steps().add(Step.SEND, System.nanoTime() - sending);
            figures.timed(record.key());
        }
        return delivery;
    }

    @Override
    public String toString() {
        return "publisher of " + contract;
    }
}

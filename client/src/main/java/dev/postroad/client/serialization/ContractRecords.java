package dev.postroad.client.serialization;

import com.google.protobuf.Message;
import dev.postroad.client.publish.Admission;
import dev.postroad.contract.topic.Topic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Makes the records of one contract for a producer with Kafka's {@code ByteArraySerializer} for keys and a
 * {@link ContractSerializer} for values: with the contract's topic, and the key that it asks for. They are stored byte
 * for byte as those of a {@link dev.postroad.client.publish.Publisher}. Safe for use by several threads.
 *
 * @param <M> the message that the topic carries
 */
public final class ContractRecords<M extends Message> {
    private final Admission<M> admission;

    /** Makes the records of a topic. */
    public ContractRecords(Topic<M> topic) {
        this.admission = new Admission<>(topic.contract(), topic.check());
    }

    /**
     * The record that publishes a message. Its key is the value of the contract's key field: a string as UTF-8, bytes
     * raw, an integer as decimal text. Whether the key is set is checked with the rest, by the serializer.
     */
    public ProducerRecord<byte[], M> of(M message) {
        return record(admission.key(message).orElse(null), message);
    }

    /**
     * The record that deletes what a compacted topic holds under a key.
     *
     * @param key the value of the contract's key field, as the field's Java type is
     * @throws IllegalStateException if the topic is not compacted
     * @throws IllegalArgumentException if the key is of another type, or empty
     */
    public ProducerRecord<byte[], M> deletion(Object key) {
        return record(admission.deleted(key), null);
    }

    private ProducerRecord<byte[], M> record(byte @Nullable [] key, @Nullable M message) {
        return new ProducerRecord<>(admission.contract().kafkaTopic(), key, message);
    }
}

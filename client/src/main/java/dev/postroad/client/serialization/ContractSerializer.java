package dev.postroad.client.serialization;

import com.google.protobuf.Message;
import dev.postroad.client.publish.Admission;
import dev.postroad.contract.language.TopicOptions.Cleanup;
import dev.postroad.contract.topic.Contract;
import dev.postroad.contract.topic.DerivedTopics;
import dev.postroad.contract.topic.Topic;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Serialises messages as the values of records, and holds them to their contract: what a
 * {@link dev.postroad.client.publish.Publisher} refuses is refused, and a record's headers say the contract's version.
 *
 * <p>A message goes to the topic of its contract, or to one that a consumer group derives from it
 * ({@link DerivedTopics}). On its way to a derived topic it is not checked and keeps its headers: it was published
 * once, and a rule may be younger than it is.
 *
 * <p>The key of a record is not seen here; {@link ContractRecords} makes records with the key that the contract asks
 * for.
 *
 * <p>Each message class brings its contract, so there is nothing to configure, and one producer may serve several
 * topics. The type of a null is not seen, though: only a serializer that is told the type, by its constructor or the
 * property {@value ContractProperties#TYPE}, refuses one where the topic is not compacted.
 *
 * @param <M> the messages, {@code Message} for those of several contracts
 */
public final class ContractSerializer<M extends Message> implements Serializer<M> {
    private final ViolationLog observed =
            new ViolationLog("a message breaks its contract, which is observed; it is sent", Clock.systemUTC());

    private @Nullable Contract told;

    /** A serializer for the messages of every contract. */
    public ContractSerializer() {}

    /** A serializer for the messages of one topic. */
    public ContractSerializer(Topic<M> topic) {
        this.told = topic.contract();
    }

    /**
     * Takes the property {@value ContractProperties#TYPE}, if there is one and the constructor was told no topic.
     *
     * @throws org.apache.kafka.common.config.ConfigException if a property does not hold what it should, or this is to
     *     be for keys
     */
    @Override
    public void configure(Map<String, ?> properties, boolean isKey) {
        ContractProperties.require(properties, isKey);
        if (told == null) {
            told = ContractProperties.topic(properties).map(Topic::contract).orElse(null);
        }
    }

    /**
     * Refuses: a record without headers cannot say the version of its contract. Kafka's producer asks with headers.
     *
     * @throws SerializationException always, unless the message is null
     */
    @Override
    public byte @Nullable [] serialize(String topic, @Nullable M message) {
        if (message == null) {
            return deletion(topic);
        }
        throw new SerializationException(
                "topic %s: the contract's version goes into a record's headers, and there are none; call serialize(topic, headers, message)"
                        .formatted(topic));
    }

    /**
     * The bytes of a message, whose contract's version is put into the headers. Of null, which deletes what a compacted
     * topic holds under a key, there are none.
     *
     * @throws dev.postroad.client.publish.MessageRefusedException if the message breaks its contract and the contract
     *     is ENFORCED; it is a SerializationException
     * @throws SerializationException if the topic carries other messages, or is known not to be compacted and the
     *     message is null
     * @throws IllegalArgumentException if the message is of no generated class
     * @throws dev.postroad.contract.topic.InvalidContractException if the message's class is no contract
     */
    @Override
    public byte @Nullable [] serialize(String topic, Headers headers, @Nullable M message) {
        if (message == null) {
            return deletion(topic);
        }
        var admission = Admissions.of(message);
        var contract = admission.contract();
        if (topic.equals(contract.kafkaTopic())) {
            hold(admission, message);
            admission.stamp(headers);
        } else if (!DerivedTopics.isDerived(contract.kafkaTopic(), topic)) {
            throw misdirected(topic, contract);
        }
        return message.toByteArray();
    }

    private void hold(Admission<M> admission, M message) {
        var violations = admission.violations(message);
        if (violations.isEmpty()) {
            return;
        }
        if (admission.isEnforced()) {
            throw admission.refusal(violations);
        }
        observed.add(admission.contract(), violations);
    }

    private static SerializationException misdirected(String topic, Contract contract) {
        return new SerializationException(
                "topic %s does not carry %s; send it to %s, or to a topic for retries or dead letters such as %s"
                        .formatted(
                                topic,
                                contract.message().getFullName(),
                                contract.kafkaTopic(),
                                new DerivedTopics(contract.kafkaTopic(), "<group>").deadLetters()));
    }

    private byte @Nullable [] deletion(String topic) {
        if (told != null && topic.equals(told.kafkaTopic()) && told.cleanup() != Cleanup.COMPACT) {
            throw new SerializationException(
                    "topic %s is not compacted, so a record without a value deletes nothing; say cleanup: COMPACT in its contract, or send a message"
                            .formatted(topic));
        }
        return null;
    }

    /** How many messages broke a contract that is OBSERVED, and were sent. */
    public long observed() {
        return observed.count();
    }
}

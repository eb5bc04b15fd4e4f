package dev.postroad.client.serialization;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.postroad.contract.check.Violation;
import dev.postroad.contract.topic.Topic;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of records as messages of one contract.
 *
 * <p>The message's type is told by the constructor or by the property {@value ContractProperties#TYPE}. Records of
 * another version of the contract, and those without a header that says one, are read alike: changes that
 * {@code postroad check} lets pass keep old records readable. A constraint that a record breaks is counted and logged,
 * unless {@value ContractProperties#VALIDATE} is {@code enforce}.
 *
 * <p>Which topic a record comes from is not looked at, so that mirrors and topics for retries are read as well.
 *
 * @param <M> the message
 */
public final class ContractDeserializer<M extends Message> implements Deserializer<M> {
    private final ViolationLog violating =
            new ViolationLog("a record breaks its contract; it is passed on", Clock.systemUTC());

    private @Nullable Topic<M> topic;
    private @Nullable Validation validation;

    /** A deserializer that Kafka configures by properties. */
    public ContractDeserializer() {}

    /** A deserializer of one topic's messages. */
    public ContractDeserializer(Topic<M> topic) {
        this.topic = topic;
    }

    /**
     * A deserializer of a message class.
     *
     * @throws IllegalArgumentException if the class is no generated message
     * @throws dev.postroad.contract.topic.InvalidContractException if the message is no contract
     */
    public ContractDeserializer(Class<M> type) {
        this(Topic.of(type));
    }

    /** A deserializer of one topic's messages that counts or refuses what breaks a constraint. */
    public ContractDeserializer(Topic<M> topic, Validation validation) {
        this(topic);
        this.validation = validation;
    }

    /**
     * Takes the properties {@value ContractProperties#TYPE} and {@value ContractProperties#VALIDATE} for what the
     * constructor was not told.
     *
     * @throws ConfigException if a property does not hold what it should, there is no type, or this is to be for keys
     */
    @Override
    public void configure(Map<String, ?> properties, boolean isKey) {
        ContractProperties.require(properties, isKey);
        if (topic == null) {
            topic = ContractProperties.<M>topic(properties)
                    .orElseThrow(() -> new ConfigException(
                            ContractProperties.TYPE,
                            null,
                            "name the message class that protoc generated from the contract"));
        }
        if (validation == null) {
            validation = ContractProperties.validation(properties);
        }
    }

    /**
     * The message that a record's value holds; null if it has none, which in a compacted topic is a deletion.
     *
     * @throws SerializationException if the bytes are none of the contract's message, or it breaks a constraint and
     *     constraints are enforced
     */
    @Override
    public @Nullable M deserialize(String from, byte @Nullable [] value) {
        return value == null ? null : message(from, ByteBuffer.wrap(value));
    }

    /**
     * The message that a record's value holds; null if it has none, which in a compacted topic is a deletion.
     *
     * @throws SerializationException if the bytes are none of the contract's message, or it breaks a constraint and
     *     constraints are enforced
     */
    @Override
    public @Nullable M deserialize(String from, Headers headers, @Nullable ByteBuffer value) {
        return value == null ? null : message(from, value.slice());
    }

    private M message(String from, ByteBuffer value) {
        if (topic == null) {
            throw new SerializationException(
                    "topic %s: nothing says which message its records hold; give the deserializer's constructor a topic, or set %s"
                            .formatted(from, ContractProperties.TYPE));
        }
        try {
            var message = topic.parser().parseFrom(value);
            validate(from, topic, message);
            return message;
        } catch (InvalidProtocolBufferException e) {
            throw new SerializationException(
                    "topic %s: the record's %d bytes are no %s"
                            .formatted(
                                    from,
                                    value.limit(),
                                    topic.contract().message().getFullName()),
                    e);
        }
    }

    private void validate(String from, Topic<M> known, M message) {
        if (known.check().isValid(message)) {
            return;
        }
        var violations = known.check().violations(message);
        if (validation == Validation.ENFORCE) {
            throw new SerializationException(violations.stream()
                    .map(Violation::toString)
                    .collect(Collectors.joining(
                            "; ", "topic %s: the message breaks its contract: ".formatted(from), "")));
        }
        violating.add(known.contract(), violations);
    }

    /** How many messages broke a constraint, and were passed on. */
    public long violating() {
        return violating.count();
    }
}

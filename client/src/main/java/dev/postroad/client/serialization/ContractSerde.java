package dev.postroad.client.serialization;

import com.google.protobuf.Message;
import dev.postroad.contract.topic.Topic;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * A {@link ContractSerializer} and a {@link ContractDeserializer} for Kafka Streams, told a type by the constructor or
 * by properties.
 *
 * <p>What Kafka Streams keeps for itself is no publication: messages go into state stores, and into the application's
 * topics whose names end in {@code -changelog} or {@code -repartition}, unchecked.
 *
 * @param <M> the message
 */
public final class ContractSerde<M extends Message> implements Serde<M> {
    private final Inside<M> serializer;
    private final ContractDeserializer<M> deserializer;

    /** A serde that Kafka Streams configures by properties. */
    public ContractSerde() {
        this(new ContractSerializer<>(), new ContractDeserializer<>());
    }

    /** A serde of one topic's messages. */
    public ContractSerde(Topic<M> topic) {
        this(new ContractSerializer<>(topic), new ContractDeserializer<>(topic));
    }

    private ContractSerde(ContractSerializer<M> serializer, ContractDeserializer<M> deserializer) {
        this.serializer = new Inside<>(serializer);
        this.deserializer = deserializer;
    }

    /**
     * Takes the properties that {@link ContractSerializer#configure} and {@link ContractDeserializer#configure} take.
     *
     * @throws org.apache.kafka.common.config.ConfigException if a property does not hold what it should, there is no
     *     type, or this is to be for keys
     */
    @Override
    public void configure(Map<String, ?> properties, boolean isKey) {
        serializer.configure(properties, isKey);
        deserializer.configure(properties, isKey);
    }

    @Override
    public Serializer<M> serializer() {
        return serializer;
    }

    @Override
    public Deserializer<M> deserializer() {
        return deserializer;
    }

    /** Leaves alone what stays inside the application; the rest is published. */
    private record Inside<M extends Message>(ContractSerializer<M> published) implements Serializer<M> {
        private static final Pattern OF_THE_APPLICATION = Pattern.compile(".+-(?:changelog|repartition)");

        @Override
        public void configure(Map<String, ?> properties, boolean isKey) {
            published.configure(properties, isKey);
        }

        /** A state store asks without headers. */
        @Override
        public byte @Nullable [] serialize(String topic, @Nullable M message) {
            return message == null ? null : message.toByteArray();
        }

        @Override
        public byte @Nullable [] serialize(String topic, Headers headers, @Nullable M message) {
            return OF_THE_APPLICATION.matcher(topic).matches()
                    ? serialize(topic, message)
                    : published.serialize(topic, headers, message);
        }
    }
}

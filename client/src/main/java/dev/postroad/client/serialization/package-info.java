/**
 * Contracts for programs that keep Kafka's own clients: the interfaces that Spring Kafka, Kafka Streams and plain
 * producers and consumers take.
 *
 * <p>{@link dev.postroad.client.serialization.ContractSerializer} is for the values of a producer: it holds messages to
 * their contract as a {@link dev.postroad.client.publish.Publisher} does.
 * {@link dev.postroad.client.serialization.ContractDeserializer} is for the values of a consumer,
 * {@link dev.postroad.client.serialization.ContractSerde} for Kafka Streams.
 * {@link dev.postroad.client.serialization.ContractRecords} makes records with the key that the contract asks for,
 * which no serializer of values can see.
 *
 * <p>Not here: retries, dead letters, health and reports, which are those of {@link dev.postroad.client.Bus}. A program
 * without a bus has what its framework gives, and the platform does not see it.
 *
 * <p>Serializers and deserializers are configured once, by a constructor or by Kafka before their first record, and are
 * safe for use by several threads then.
 */
@NullMarked
package dev.postroad.client.serialization;

import org.jspecify.annotations.NullMarked;

package dev.postroad.client.connection;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/**
 * Where the Kafka clients of one service come from: from a cluster, or from a kit for tests.
 *
 * <p>Safe for use by several threads. It opens nothing until it is needed.
 */
public interface Connection extends AutoCloseable {
    /** A look at the cluster. */
    ClusterLook look();

    /** The producer that all publishers of this connection share: idempotent, acknowledged by all replicas. */
    Producer<byte[], byte[]> producer();

    /**
     * The producer that moves records which could not be handled. What another service was allowed to publish is
     * allowed here, however large.
     */
    Producer<byte[], byte[]> relayProducer();

    /** A consumer of a group, which starts where the settings say and commits only what it is told to. */
    Consumer<byte[], byte[]> consumer(String group);

    /** A consumer that belongs to no group, for a look at a topic. */
    Consumer<byte[], byte[]> reader();

    /** Kafka's name of the protocol of the group that a consumer was made for last; empty if none was made yet. */
    String groupProtocolName();

    /** Sends what is still waiting, for at most five seconds, and lets go of the cluster. */
    @Override
    void close();
}

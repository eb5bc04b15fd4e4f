package dev.postroad.testkit.memory;

import dev.postroad.client.connection.ClusterLook;
import dev.postroad.client.connection.ClusterState;
import dev.postroad.client.connection.Connection;
import dev.postroad.client.connection.TopicState;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.acl.AclOperation;

/** A connection to logs in memory. */
public final class MemoryConnection implements Connection {
    private final MemoryLogs logs;
    private final Faults faults;
    private final Producer<byte[], byte[]> producer;

    /** A connection on which these faults happen. */
    public MemoryConnection(MemoryLogs logs, Faults faults) {
        this.logs = logs;
        this.faults = faults;
        this.producer = new MemoryProducer(logs, faults);
    }

    @Override
    public ClusterLook look() {
        return new AllIsThere(logs);
    }

    @Override
    public Producer<byte[], byte[]> producer() {
        return producer;
    }

    @Override
    public Producer<byte[], byte[]> relayProducer() {
        return producer;
    }

    @Override
    public Consumer<byte[], byte[]> consumer(String group) {
        return MemoryConsumer.member(logs, group, faults);
    }

    @Override
    public Consumer<byte[], byte[]> reader() {
        return MemoryConsumer.reader(logs);
    }

    @Override
    public String groupProtocolName() {
        return "memory";
    }

    @Override
    public void close() {}

    private record AllIsThere(MemoryLogs logs) implements ClusterLook {
        @Override
        public ClusterState cluster() {
            return new ClusterState("memory", 1);
        }

        @Override
        public boolean hasTopic(String topic) {
            return true;
        }

        @Override
        public List<TopicState> requireTopics(Collection<String> topics, String wayOut) {
            return topics(topics);
        }

        @Override
        public List<TopicState> topics(Collection<String> topics) {
            return topics.stream()
                    .map(topic -> new TopicState(
                            topic,
                            logs.partitions(topic).size(),
                            1,
                            1,
                            OptionalInt.empty(),
                            Optional.empty(),
                            Optional.empty()))
                    .toList();
        }

        @Override
        public Optional<Set<AclOperation>> groupOperations(String group) {
            return Optional.empty();
        }
    }
}

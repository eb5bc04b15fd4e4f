package dev.postroad.testkit.bus;

import dev.postroad.client.connection.ClusterLook;
import dev.postroad.client.connection.ClusterState;
import dev.postroad.client.connection.Connection;
import dev.postroad.client.connection.TopicState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.TopicExistsException;

/** A connection to a broker on which a topic is created when somebody needs it. */
record CreatingConnection(Connection connection, String bootstrap) implements Connection {
    /** Enough that records of several partitions may be handled at once. */
    private static final int PARTITIONS = 3;

    @Override
    public ClusterLook look() {
        return new CreatingLook(connection.look(), bootstrap);
    }

    @Override
    public Producer<byte[], byte[]> producer() {
        return connection.producer();
    }

    @Override
    public Producer<byte[], byte[]> relayProducer() {
        return connection.relayProducer();
    }

    @Override
    public Consumer<byte[], byte[]> consumer(String group) {
        return connection.consumer(group);
    }

    @Override
    public Consumer<byte[], byte[]> reader() {
        return connection.reader();
    }

    @Override
    public String groupProtocolName() {
        return connection.groupProtocolName();
    }

    @Override
    public void close() {
        connection.close();
    }

    private record CreatingLook(ClusterLook look, String bootstrap) implements ClusterLook {
        @Override
        public ClusterState cluster() {
            return look.cluster();
        }

        @Override
        public boolean hasTopic(String topic) {
            return look.hasTopic(topic);
        }

        @Override
        public List<TopicState> requireTopics(Collection<String> topics, String wayOut) {
            topics.stream().filter(topic -> !look.hasTopic(topic)).forEach(this::create);
            return look.requireTopics(topics, wayOut);
        }

        /** Another thread may have created it meanwhile. */
        private void create(String topic) {
            try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
                admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                        .all()
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
            } catch (CompletionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }

        @Override
        public List<TopicState> topics(Collection<String> topics) {
            return look.topics(topics);
        }

        @Override
        public Optional<Set<AclOperation>> groupOperations(String group) {
            return look.groupOperations(group);
        }
    }
}

package dev.postroad.broker.embedded;

import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.FaultHandlerFactory;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.publisher.MetadataPublisher;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka's broker and controller over one formatted directory, put together as {@link KafkaRaftServer} does it, except
 * that sockets and fault handlers are given from outside. Its methods are called on threads of the broker's group.
 */
final class KafkaNode {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaNode.class);

    private static final long FENCE_LIMIT_SECONDS = 5;

    private final SharedServer shared;
    private final ControllerServer controller;
    private final BrokerServer broker;

    KafkaNode(Properties properties, ServerSocketFactory sockets, FaultHandlerFactory faults) {
        var config = KafkaConfig.fromProps(properties, false);
        var directories = KafkaRaftServer.initializeLogDirs(config, LOG, "");
        var clusterId = directories._1().clusterId().orElseThrow();
        shared = new SharedServer(
                config,
                directories._1(),
                Time.SYSTEM,
                Server.initializeMetrics(config, Time.SYSTEM, clusterId),
                CompletableFuture.completedFuture(
                        QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
                List.of(),
                faults,
                sockets);
        broker = new BrokerServer(shared);
        controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), directories._2());
    }

    /** Returns when clients are served. The controller goes first: the broker registers with it. */
    void start() {
        controller.startup();
        broker.startup();
    }

    /** Undoes as much as was started. The broker goes first: it takes its leave of the controller. */
    void stop() {
        broker.shutdown();
        controller.shutdown();
    }

    /**
     * Starts the controller for as long as it takes to fence the broker of a killed process, and stops it. To the
     * metadata log that broker is alive, and a new one under its id is refused until the session has run out: so this
     * is for a node that is alone, and whose sessions are short. Should it fail, the next start merely takes longer.
     */
    void fencePredecessor() {
        var fenced = new CompletableFuture<Void>();
        controller.startup();
        try {
            shared.loader()
                    .installPublishers(List.of(onImage(image -> {
                        var predecessor = image.cluster().broker(ClusterMember.ALONE);
                        if (predecessor == null || predecessor.fenced()) {
                            fenced.complete(null);
                        }
                    })))
                    .join();
            fenced.completeOnTimeout(null, FENCE_LIMIT_SECONDS, TimeUnit.SECONDS)
                    .join();
        } finally {
            controller.shutdown();
        }
    }

    private static MetadataPublisher onImage(Consumer<MetadataImage> listener) {
        return new MetadataPublisher() {
            @Override
            public String name() {
                return "predecessor";
            }

            @Override
            public void onMetadataUpdate(MetadataDelta delta, MetadataImage image, LoaderManifest manifest) {
                listener.accept(image);
            }

            @Override
            public void close() {}
        };
    }
}

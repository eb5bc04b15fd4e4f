package dev.postroad.broker.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.security.auth.SecurityProtocol;

/** The server settings of Kafka for one small node that is broker and controller at once. */
final class NodeProperties {
    static final int NODE_ID = 1;
    static final String CLIENT_LISTENER = "PLAINTEXT";
    static final String CONTROLLER_LISTENER = "CONTROLLER";
    static final List<String> OWN_LISTENERS = List.of(CLIENT_LISTENER, CONTROLLER_LISTENER);

    /**
     * What follows from the directory, the ports and the single node, and would break the broker if it were changed.
     */
    static final List<String> SETTLED = List.of(
            "advertised.listeners",
            "controller.listener.names",
            "controller.quorum.bootstrap.servers",
            "controller.quorum.voters",
            "inter.broker.listener.name",
            "listener.security.protocol.map",
            "listeners",
            "log.dir",
            "log.dirs",
            "metadata.log.dir",
            "node.id",
            "process.roles");

    /** A topic of the broker itself cannot have more than one replica on a single node. */
    private static final Map<String, String> ONE_NODE = Map.of(
            "default.replication.factor", "1",
            "min.insync.replicas", "1",
            "offsets.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.replication.factor", "1");

    /** Memory, threads and idle work for a laptop with other things to do. */
    private static final Map<String, String> SMALL = Map.of(
            "background.threads", "2",
            "log.cleaner.dedupe.buffer.size", "2097152",
            "log.index.size.max.bytes", "1048576",
            "num.io.threads", "4",
            "num.network.threads", "2",
            "num.recovery.threads.per.data.dir", "1",
            "offsets.topic.num.partitions", "1",
            "share.coordinator.state.topic.num.partitions", "1",
            "transaction.state.log.num.partitions", "1");

    /** What Kafka waits for in a cluster of many, a single node need not. */
    private static final Map<String, String> PROMPT = Map.of(
            "broker.heartbeat.interval.ms", "500",
            "controller.quorum.append.linger.ms", "0",
            "group.initial.rebalance.delay.ms", "0");

    private NodeProperties() {}

    static Properties of(Path logs, LoopbackSockets sockets, BrokerSettings settings) {
        var properties = new Properties();
        properties.putAll(ONE_NODE);
        properties.putAll(SMALL);
        properties.putAll(PROMPT);
        properties.put("auto.create.topics.enable", "false");
        properties.putAll(settings.properties());

        var protocols = new TreeMap<>(settings.listeners());
        protocols.put(CLIENT_LISTENER, SecurityProtocol.PLAINTEXT);
        var clients = protocols.keySet().stream()
                .map(name -> address(name, sockets.port(name)))
                .collect(Collectors.joining(","));
        protocols.put(CONTROLLER_LISTENER, SecurityProtocol.PLAINTEXT);
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", Integer.toString(NODE_ID));
        properties.put("controller.quorum.voters", "%d@localhost:%d".formatted(NODE_ID, sockets.controllerPort()));
        properties.put("controller.listener.names", CONTROLLER_LISTENER);
        properties.put("inter.broker.listener.name", CLIENT_LISTENER);
        properties.put("listeners", clients + ',' + address(CONTROLLER_LISTENER, sockets.controllerPort()));
        properties.put("advertised.listeners", clients);
        properties.put(
                "listener.security.protocol.map",
                protocols.entrySet().stream()
                        .map(listener -> listener.getKey() + ':' + listener.getValue())
                        .collect(Collectors.joining(",")));
        properties.put("log.dirs", logs.toString());
        return properties;
    }

    private static String address(String listener, int port) {
        return "%s://localhost:%d".formatted(listener, port);
    }
}

package dev.postroad.broker.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.security.auth.SecurityProtocol;

/** The server settings of Kafka for a small node that is broker and controller at once. */
final class NodeProperties {
    static final String CLIENT_LISTENER = "PLAINTEXT";
    static final String CONTROLLER_LISTENER = "CONTROLLER";
    static final List<String> OWN_LISTENERS = List.of(CLIENT_LISTENER, CONTROLLER_LISTENER);

    /**
     * What follows from the directory, the ports and the members of the cluster, and would break the broker if it were
     * changed.
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

    /** As many replicas as make sense of a cluster where a node may be missing. */
    private static final int MOST_REPLICAS = 3;

    private static final List<String> REPLICAS = List.of(
            "default.replication.factor",
            "offsets.topic.replication.factor",
            "share.coordinator.state.topic.replication.factor",
            "transaction.state.log.replication.factor");

    private static final List<String> REPLICAS_IN_SYNC =
            List.of("min.insync.replicas", "share.coordinator.state.topic.min.isr", "transaction.state.log.min.isr");

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
            "group.consumer.heartbeat.interval.ms", "500",
            "group.consumer.min.heartbeat.interval.ms", "500",
            "group.initial.rebalance.delay.ms", "0");

    /** A lost node is missed, and one that came back leads again, after seconds. */
    private static final Map<String, String> SEVERAL = Map.of(
            "broker.session.timeout.ms", "4000",
            "leader.imbalance.check.interval.seconds", "5");

    private NodeProperties() {}

    static Properties of(Path logs, LoopbackSockets sockets, BrokerSettings settings, ClusterMember member) {
        var properties = new Properties();
        properties.putAll(replication(member.size()));
        properties.putAll(SMALL);
        properties.putAll(PROMPT);
        if (!member.isAlone()) {
            properties.putAll(SEVERAL);
        }
        properties.put("auto.create.topics.enable", "false");
        properties.putAll(settings.properties());

        var protocols = new TreeMap<>(settings.listeners());
        protocols.put(CLIENT_LISTENER, SecurityProtocol.PLAINTEXT);
        var clients = protocols.keySet().stream()
                .map(name -> address(name, sockets.port(name)))
                .collect(Collectors.joining(","));
        protocols.put(CONTROLLER_LISTENER, SecurityProtocol.PLAINTEXT);
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", Integer.toString(member.node()));
        properties.put("controller.quorum.voters", member.voters());
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

    /** A record counts as stored when all replicas but one have it: then one node may be lost. */
    private static Map<String, String> replication(int nodes) {
        var replicas = Math.min(nodes, MOST_REPLICAS);
        var properties = new TreeMap<String, String>();
        REPLICAS.forEach(key -> properties.put(key, Integer.toString(replicas)));
        REPLICAS_IN_SYNC.forEach(key -> properties.put(key, Integer.toString(Math.max(1, replicas - 1))));
        return properties;
    }

    private static String address(String listener, int port) {
        return "%s://localhost:%d".formatted(listener, port);
    }
}

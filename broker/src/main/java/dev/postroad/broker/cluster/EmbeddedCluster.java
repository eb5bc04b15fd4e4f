package dev.postroad.broker.cluster;

import dev.postroad.broker.embedded.BrokerStartException;
import dev.postroad.broker.embedded.ClusterMember;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A cluster of brokers, each in a process of its own, which can be killed, suspended and started again.
 *
 * <p>The nodes have the numbers 1, 2 and so on; each is broker and controller, and listens on localhost. A topic that
 * does not say otherwise has three replicas, and a record is stored when two of them have it (two and one in a cluster
 * of two). A node that is lost is missed after four seconds, and then others lead its partitions; one that has come
 * back leads again after some more. A node keeps its ports and its data until the cluster is closed, which deletes
 * them.
 *
 * <p>The processes have the Java and the class path of this one, and at most 256 MB of heap each. They end with this
 * process, however it ends; then their directory is left behind. Safe for use by several threads, one of which is
 * served at a time.
 */
public final class EmbeddedCluster implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedCluster.class);
    private static final int MOST_NODES = 9;

    private final Path folder;
    private final List<NodePlace> places;
    private final List<NodeProcess> processes = new ArrayList<>();

    private EmbeddedCluster(Path folder, List<NodePlace> places) {
        this.folder = folder;
        this.places = places;
    }

    /**
     * Starts a cluster of so many nodes, 2 to 9; returns when all of them serve requests.
     *
     * @throws BrokerStartException if a node could not be started within two minutes, or the thread is interrupted,
     *     which its flag keeps saying
     */
    public static EmbeddedCluster start(int nodes) {
        if (nodes < 2 || nodes > MOST_NODES) {
            throw new IllegalArgumentException("a cluster has 2 to %d nodes, not %d".formatted(MOST_NODES, nodes));
        }
        var folder = temporaryFolder();
        var cluster = new EmbeddedCluster(folder, places(folder, nodes));
        try {
            cluster.places.forEach(place -> cluster.processes.add(NodeProcess.launch(place)));
            cluster.processes.forEach(NodeProcess::awaitReady);
            return cluster;
        } catch (BrokerStartException refused) {
            cluster.close();
            throw refused;
        }
    }

    /** What clients take as {@code bootstrap.servers}: the addresses of all nodes, also of those that are down. */
    public String bootstrapServers() {
        return places.stream().map(place -> "localhost:" + place.port()).collect(Collectors.joining(","));
    }

    /** Kills the nodes as {@code kill -9} does; returns when they are gone. Those that are gone already stay so. */
    public synchronized void kill(int... nodes) {
        Arrays.stream(nodes).forEach(node -> process(node).kill());
    }

    /**
     * Starts the nodes again, on their ports and with their data, after killing those that still run; returns when they
     * serve requests. For that, more than half of all nodes have to run: after all were killed, restart all in one
     * call.
     *
     * @throws BrokerStartException as {@link #start}
     */
    public synchronized void restart(int... nodes) {
        kill(nodes);
        for (var node : nodes) {
            processes.set(node - 1, NodeProcess.launch(places.get(node - 1)));
        }
        for (var node : nodes) {
            process(node).awaitReady();
        }
    }

    /**
     * Suspends a node with SIGSTOP: it keeps its connections, and answers none of them.
     *
     * @throws UnsupportedOperationException if the operating system has no signals
     * @throws IllegalStateException if the node is not running
     */
    public synchronized void pause(int node) {
        process(node).signal("STOP");
    }

    /** Lets a suspended node go on; fails as {@link #pause} does. */
    public synchronized void resume(int node) {
        process(node).signal("CONT");
    }

    /** The process of a node, to see whether it lives, or to do to it what this class cannot; gone after a kill. */
    public synchronized ProcessHandle processOf(int node) {
        return process(node).handle();
    }

    /** Kills all nodes and deletes their data. Does nothing the second time. */
    @Override
    public synchronized void close() {
        processes.forEach(NodeProcess::kill);
        try {
            Utils.delete(folder.toFile());
        } catch (IOException left) {
            LOG.atWarn().addKeyValue("directory", folder).setCause(left).log("Temporary directory left behind");
        }
    }

    private NodeProcess process(int node) {
        if (node < 1 || node > processes.size()) {
            throw new IllegalArgumentException(
                    "there is no node %d; the nodes are 1 to %d".formatted(node, processes.size()));
        }
        return processes.get(node - 1);
    }

    private static List<NodePlace> places(Path folder, int nodes) {
        var ports = FreePorts.choose(2 * nodes);
        var clusterId = Uuid.randomUuid().toString();
        var controllers = new HashMap<Integer, Integer>();
        IntStream.rangeClosed(1, nodes).forEach(node -> controllers.put(node, ports.get(nodes + node - 1)));
        return IntStream.rangeClosed(1, nodes)
                .mapToObj(node ->
                        new NodePlace(new ClusterMember(clusterId, node, controllers), ports.get(node - 1), folder))
                .toList();
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("postroad-cluster-");
        } catch (IOException refused) {
            throw new BrokerStartException(
                    "no directory can be created in %s (%s); point java.io.tmpdir to one that can be written"
                            .formatted(System.getProperty("java.io.tmpdir"), refused),
                    refused);
        }
    }
}

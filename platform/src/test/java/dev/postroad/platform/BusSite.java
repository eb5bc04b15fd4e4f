package dev.postroad.platform;

import dev.postroad.platform.cluster.ClusterConnection;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A bus in a folder, and the cluster that it is brought to.
 *
 * @param bus the repository, empty at first
 * @param cluster the cluster seen with plain Kafka clients
 * @param connection Postroad's own to the same cluster
 */
public record BusSite(BusFolder bus, TestCluster cluster, ClusterConnection connection) implements AutoCloseable {
    /** An empty bus in an empty folder, for the cluster at an address. */
    public BusSite(Path folder, String bootstrap) throws IOException {
        this(new BusFolder(folder), new TestCluster(bootstrap), ClusterConnection.open(bootstrap));
    }

    @Override
    public void close() {
        connection.close();
        cluster.close();
    }
}

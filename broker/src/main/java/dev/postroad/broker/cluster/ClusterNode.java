package dev.postroad.broker.cluster;

import dev.postroad.broker.embedded.BrokerSettings;
import dev.postroad.broker.embedded.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program of a node's process: serves until it is killed, its broker dies, or its parent has ended. */
final class ClusterNode {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterNode.class);

    private ClusterNode() {}

    public static void main(String[] words) throws IOException {
        var parent = new Thread(ClusterNode::endWithParent, "parent-watch");
        parent.setDaemon(true);
        parent.start();
        var place = NodePlace.of(List.of(words));
        var broker = EmbeddedBroker.start(BrokerSettings.in(place.data()).withPort(place.port()), place.member());
        broker.failure().thenAccept(failure -> {
            LOG.atError().setCause(failure.cause().orElse(null)).log(failure.message());
            Runtime.getRuntime().halt(1);
        });
        Files.createFile(place.ready());
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {}
        } catch (IOException gone) {
            LOG.atDebug().setCause(gone).log("The pipe from the parent broke");
        }
        Runtime.getRuntime().halt(0);
    }
}

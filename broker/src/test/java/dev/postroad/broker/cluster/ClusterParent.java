package dev.postroad.broker.cluster;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A process that starts a cluster of two, tells their process ids in a line, and waits to be killed. */
final class ClusterParent {
    private ClusterParent() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws InterruptedException {
        try (var cluster = EmbeddedCluster.start(2)) {
            System.out.println(IntStream.of(1, 2)
                    .mapToObj(node -> Long.toString(cluster.processOf(node).pid()))
                    .collect(Collectors.joining(" ")));
            Thread.currentThread().join();
        }
    }
}

package dev.postroad.broker.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.postroad.broker.embedded.PlainClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedClusterTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private EmbeddedCluster cluster;

    @BeforeAll
    void start() {
        cluster = EmbeddedCluster.start(3);
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @Test
    void goesOnWithoutANodeAndTakesItBack() {
        var client = new PlainClient(cluster.bootstrapServers());
        client.create("orders.order-placed.v1");
        client.publish("orders.order-placed.v1", "a");
        assertThat(inSync("orders.order-placed.v1")).containsExactlyInAnyOrder(1, 2, 3);

        cluster.kill(2);
        client.publish("orders.order-placed.v1", "b");
        cluster.restart(2);

        await().atMost(PATIENCE).until(() -> inSync("orders.order-placed.v1").contains(2));
        assertThat(client.read("orders.order-placed.v1", "billing", 2)).containsExactly("a", "b");
    }

    @Tag("slow")
    @Test
    void losesNothingWhenAllNodesAreKilled() {
        var client = new PlainClient(cluster.bootstrapServers());
        client.create("orders.order-paid.v1");
        client.publish("orders.order-paid.v1", "a", "b");

        cluster.kill(1, 2, 3);
        cluster.restart(1, 2, 3);

        assertThat(client.read("orders.order-paid.v1", "billing", 2)).containsExactly("a", "b");
    }

    @Tag("slow")
    @Test
    void suspendsANode() {
        try (var admin = admin()) {
            cluster.pause(3);
            await().atMost(PATIENCE).ignoreExceptions().until(() -> nodes(admin).equals(Set.of(1, 2)));

            cluster.resume(3);

            await().atMost(PATIENCE).ignoreExceptions().until(() -> nodes(admin).equals(Set.of(1, 2, 3)));
            assertThat(cluster.processOf(3).isAlive()).isTrue();
        }
    }

    @Tag("slow")
    @Test
    void endsWithItsParent(@TempDir Path folder) throws IOException {
        var out = folder.resolve("out");
        var parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ClusterParent.class.getName())
                .redirectOutput(out.toFile())
                .start();
        await().atMost(PATIENCE).until(() -> Files.readString(out).endsWith("\n"));
        var nodes = Stream.of(Files.readString(out).trim().split(" "))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                .toList();

        parent.destroyForcibly();

        assertThat(nodes).hasSize(2);
        await().atMost(PATIENCE).until(() -> nodes.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void saysWhichNodesThereAre() {
        assertThatThrownBy(() -> cluster.kill(4)).hasMessage("there is no node 4; the nodes are 1 to 3");
        assertThatThrownBy(() -> EmbeddedCluster.start(1)).hasMessage("a cluster has 2 to 9 nodes, not 1");
    }

    private List<Integer> inSync(String topic) {
        try (var admin = admin()) {
            var described = admin.describeTopics(Set.of(topic)).allTopicNames().get();
            return described.values().iterator().next().partitions().get(0).isr().stream()
                    .map(Node::id)
                    .toList();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Those that the brokers count as alive. */
    private static Set<Integer> nodes(Admin admin) throws ExecutionException, InterruptedException {
        return admin.describeCluster().nodes().get().stream().map(Node::id).collect(Collectors.toSet());
    }

    private Admin admin() {
        // Whom the client asks may be the one that is suspended.
        return Admin.create(Map.of(
                "bootstrap.servers",
                cluster.bootstrapServers(),
                "request.timeout.ms",
                1_000,
                "default.api.timeout.ms",
                5_000));
    }
}

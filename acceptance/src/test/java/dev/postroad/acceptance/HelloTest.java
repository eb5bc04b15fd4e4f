package dev.postroad.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.broker.junit.BrokerExtension;
import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.proto.Protoc;
import dev.postroad.platform.apply.TopicApplier;
import dev.postroad.platform.cluster.ClusterConnection;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The program that users copy, as a process of its own, on a bus that was applied. */
@ExtendWith(BrokerExtension.class)
class HelloTest {
    private static final Path HELLO = Checkout.ROOT.resolve("examples/hello");

    private final EmbeddedBroker broker;

    HelloTest(EmbeddedBroker broker) {
        this.broker = broker;
    }

    /** Before, for what other tests on this broker left, and after, for what they expect. */
    @BeforeEach
    @AfterEach
    void deleteTopics() throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.deleteTopics(own(admin)).all().get();
            // The broker lets go of a deleted topic's name a moment after the deletion.
            await().until(() -> own(admin).isEmpty());
        }
    }

    private static List<String> own(Admin admin) throws InterruptedException, ExecutionException {
        return admin.listTopics().names().get().stream()
                .filter(topic -> topic.startsWith("hello."))
                .toList();
    }

    @Test
    void greets(@TempDir Path folder) throws IOException, InterruptedException {
        var bus = BusRepository.load(HELLO, new Protoc(Checkout.protoc()));
        try (var cluster = ClusterConnection.open(broker.bootstrapServers())) {
            new TopicApplier(cluster).apply(bus);
        }
        var target = HELLO.resolve("target");
        var classPath = target.resolve("classes") + File.pathSeparator + target.resolve("lib") + File.separator + "*";

        var hello = ChildProcess.run(
                folder,
                Map.of("POSTROAD_BOOTSTRAP", broker.bootstrapServers()),
                Checkout.java(),
                "-cp",
                classPath,
                "com.example.hello.Hello");

        assertThat(hello.out()).isEqualTo("Hello, world!\n");
        assertThat(hello.status()).as(hello.err()).isZero();
    }
}

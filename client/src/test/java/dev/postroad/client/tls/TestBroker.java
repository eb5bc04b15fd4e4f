package dev.postroad.client.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.broker.embedded.BrokerSettings;
import dev.postroad.broker.embedded.EmbeddedBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.security.auth.SecurityProtocol;

/** A broker that wants a certificate of its clients, on a listener beside the plain one, and a test's hand on it. */
final class TestBroker implements AutoCloseable {
    private static final String LISTENER = "SECURE";
    private static final String PREFIX = "listener.name.secure.";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final EmbeddedBroker broker;
    private final Admin admin;

    private TestBroker(EmbeddedBroker broker) {
        this.broker = broker;
        this.admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    static TestBroker start(String protocol, TestCertificate certificate, TestAuthority... trusted) {
        var trust = String.join("", Stream.of(trusted).map(TestAuthority::pem).toList());
        return new TestBroker(EmbeddedBroker.start(BrokerSettings.temporary()
                .withListener(LISTENER, SecurityProtocol.SSL)
                .with("authorizer.class.name", WritersSeen.class.getName())
                .with(PREFIX + "ssl.client.auth", "required")
                .with(PREFIX + "ssl.enabled.protocols", protocol)
                .with(PREFIX + "ssl.keystore.type", "PEM")
                .with(PREFIX + "ssl.keystore.certificate.chain", certificate.certificatePem())
                .with(PREFIX + "ssl.keystore.key", certificate.keyPem())
                .with(PREFIX + "ssl.truststore.type", "PEM")
                .with(PREFIX + "ssl.truststore.certificates", trust)));
    }

    /** Where clients with a certificate connect. */
    String bootstrapServers() {
        return broker.bootstrapServers(LISTENER);
    }

    /** Gives the broker another certificate, for connections from then on. */
    void rotate(TestCertificate certificate) {
        var changes = List.of(
                set("ssl.keystore.certificate.chain", certificate.certificatePem()),
                set("ssl.keystore.key", certificate.keyPem()));
        get(admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.BROKER, "1"), changes))
                .all());
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(PREFIX + name, value), AlterConfigOp.OpType.SET);
    }

    void create(String topic) {
        get(admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all());
    }

    /** How many records the topic has. */
    long records(String topic) {
        var partition = new TopicPartition(topic, 0);
        return get(admin.listOffsets(Map.of(partition, OffsetSpec.latest())).partitionResult(partition))
                .offset();
    }

    private static <T> T get(KafkaFuture<T> future) {
        assertThat(future.toCompletionStage()).succeedsWithin(PATIENCE);
        return future.toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void close() {
        admin.close();
        broker.close();
    }
}

package dev.postroad.broker.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.COLLECTION;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedBrokerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void carriesRecordsFromProducerToConsumerGroup(String protocol) {
        try (var broker = EmbeddedBroker.start(BrokerSettings.temporary())) {
            var client = new PlainClient(broker);
            client.create("orders.order-placed.v1");

            client.publish("orders.order-placed.v1", "a", "b");

            assertThat(client.read("orders.order-placed.v1", "billing", 2, protocol))
                    .containsExactly("a", "b");
        }
    }

    @Test
    void createsNoTopicByItself() {
        try (var broker = EmbeddedBroker.start(BrokerSettings.temporary())) {
            var client = new PlainClient(broker);

            assertThatThrownBy(() -> client.publish("orders.misspelt.v1", "a"))
                    .hasMessageContaining("orders.misspelt.v1 not present in metadata");

            assertThat(client.topics()).isEmpty();
        }
    }

    @Test
    void takesSettingsOfKafkaOverItsOwn() {
        var settings = BrokerSettings.temporary()
                .with("num.partitions", "7")
                .with("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer")
                .with("super.users", "User:ANONYMOUS");
        try (var broker = EmbeddedBroker.start(settings);
                var admin = new PlainClient(broker).admin()) {
            var topic = new NewTopic("orders.order-placed.v1", Optional.empty(), Optional.empty());

            var partitions = admin.createTopics(Set.of(topic)).numPartitions("orders.order-placed.v1");
            var rights = admin.describeAcls(AclBindingFilter.ANY).values();

            assertThat(partitions.toCompletionStage()).succeedsWithin(PATIENCE).isEqualTo(7);
            assertThat(rights.toCompletionStage())
                    .succeedsWithin(PATIENCE)
                    .asInstanceOf(COLLECTION)
                    .isEmpty();
        }
    }

    @Test
    void servesOnThePortThatWasAskedFor() {
        int port;
        try (var first = EmbeddedBroker.start(BrokerSettings.temporary())) {
            port = Integer.parseInt(first.bootstrapServers().substring("localhost:".length()));
        }

        try (var second = EmbeddedBroker.start(BrokerSettings.temporary().withPort(port))) {
            assertThat(second.bootstrapServers()).isEqualTo("localhost:" + port);
            assertThat(new PlainClient(second).topics()).isEmpty();
        }
    }

    @Test
    void servesOnFurtherListeners() {
        var settings = BrokerSettings.temporary().withListener("OTHER", SecurityProtocol.PLAINTEXT);
        try (var broker = EmbeddedBroker.start(settings)) {
            assertThat(broker.bootstrapServers("OTHER")).isNotEqualTo(broker.bootstrapServers());
            new PlainClient(broker).create("orders.order-placed.v1");

            new PlainClient(broker.bootstrapServers("OTHER")).publish("orders.order-placed.v1", "a");

            assertThat(new PlainClient(broker).read("orders.order-placed.v1", "billing", 1))
                    .containsExactly("a");
            assertThatThrownBy(() -> broker.bootstrapServers("SECURE"))
                    .hasMessage("there is no listener SECURE; the broker has CONTROLLER, OTHER, PLAINTEXT");
        }
    }

    @Test
    void keepsTwoBrokersInOneJvmApart() {
        try (var one = EmbeddedBroker.start(BrokerSettings.temporary());
                var other = EmbeddedBroker.start(BrokerSettings.temporary())) {
            new PlainClient(one).create("orders.order-placed.v1");
            new PlainClient(other).create("crm.paid-order.v1");

            assertThat(new PlainClient(one).topics()).containsExactly("orders.order-placed.v1");
            assertThat(new PlainClient(other).topics()).containsExactly("crm.paid-order.v1");
        }
    }

    @Test
    void deletesATemporaryDirectoryAndClosesTwice() {
        var broker = EmbeddedBroker.start(BrokerSettings.temporary());
        assertThat(broker.directory()).isDirectory();

        broker.close();
        broker.close();

        assertThat(broker.directory()).doesNotExist();
        assertThat(broker.failure()).isNotDone();
    }

    @Test
    void leavesNoThreadThatKeepsTheJvmAlive() {
        var before = Thread.getAllStackTraces().keySet();
        EmbeddedBroker.start(BrokerSettings.temporary()).close();

        await().pollInSameThread().untilAsserted(() -> {
            var left = Thread.getAllStackTraces().keySet();
            left.removeAll(before);
            assertThat(left).allMatch(Thread::isDaemon);
        });
    }
}

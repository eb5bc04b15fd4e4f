package dev.postroad.platform.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.DynamicMessage;
import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.broker.junit.BrokerExtension;
import dev.postroad.broker.junit.UniqueNames;
import dev.postroad.client.Bus;
import dev.postroad.client.connection.TopicMissingException;
import dev.postroad.client.publish.MessageRefusedException;
import dev.postroad.client.publish.Publisher;
import dev.postroad.client.retry.Retries;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.client.subscribe.Mode;
import dev.postroad.client.subscribe.SubscriptionOptions;
import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.contract.check.ProtovalidateCheck;
import dev.postroad.contract.topic.InternalTopics;
import dev.postroad.contract.topic.Topic;
import dev.postroad.platform.BusFolder;
import dev.postroad.platform.TestCluster;
import dev.postroad.platform.apply.TopicApplier;
import dev.postroad.platform.cluster.ClusterConnection;
import dev.postroad.platform.orders.OrderPlaced;
import dev.postroad.platform.snapshot.BusSnapshot.GroupView;
import dev.postroad.platform.snapshot.BusSnapshot.Refused;
import dev.postroad.platform.snapshot.BusSnapshot.TopicView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BrokerExtension.class)
class SamplerTest {
    private static final Path CONTRACT = Path.of("src/test/proto/order_placed.proto");
    private static final String TOPIC = "orders.order-placed.v1";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    private final String bootstrap;
    private final ClusterConnection connection;

    @TempDir
    private Path folder;

    SamplerTest(EmbeddedBroker broker) {
        bootstrap = broker.bootstrapServers();
        connection = ClusterConnection.open(bootstrap);
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void seesWhatClientsReport(UniqueNames names) throws IOException {
        var repository = applied(names.group());
        try (var sampler = Sampler.open(repository, connection, CLOCK);
                var bus = connect(names.group())) {
            var before = sampler.offsets();
            bus.subscribe(OrderPlaced.class, (order, context) -> {});
            var publisher = publisher(bus, repository);
            for (var number = 0; number < 5; number++) {
                publisher.publish(order(publisher, "a" + number, 1)).join();
            }
            assertThatThrownBy(() -> publisher.publish(order(publisher, "a5", -1)))
                    .isInstanceOf(MessageRefusedException.class);
            var due = before.lag(names.group(), TOPIC) + 5;

            await().untilAsserted(() -> {
                var topic = topic(sampler.sample());
                assertThat(topic.published()).isEqualTo(5);
                assertThat(topic.refused()).isEqualTo(1);
                assertThat(group(topic, names.group()).consumed()).isEqualTo(due);
                assertThat(group(topic, names.group()).lag()).isZero();
            });

            var topic = topic(sampler.sample());
            assertThat(topic.failed()).isZero();
            assertThat(topic.lastRefusal().map(Refused::field)).hasValue("items");
            assertThat(group(topic, names.group()).p50Millis()).isPresent();
            assertThat(sampler.offsets().end(TOPIC)).isEqualTo(before.end(TOPIC) + 5);
            assertThat(sampler.isStable(names.group())).isTrue();
        }
    }

    @Test
    void showsDeclaredGroupsThatNeverJoined(UniqueNames names) throws IOException {
        var repository = applied(names.group());
        try (var sampler = Sampler.open(repository, connection, CLOCK)) {
            var snapshot = sampler.sample();

            assertThat(snapshot.at()).isEqualTo(CLOCK.instant());
            var group = group(topic(snapshot), names.group());
            assertThat(group.consumed()).isZero();
            assertThat(group.lag()).isEqualTo(sampler.offsets().end(TOPIC));
            assertThat(group.p99Millis()).isEmpty();
            assertThat(sampler.isStable(names.group())).isFalse();
        }
    }

    @Test
    void showsEachGroupOfAService(UniqueNames names) throws IOException {
        var repository = applied(new BusFolder(folder)
                .with("services/%s.yaml".formatted(names.group()), """
                        name: %1$s
                        team: checkout
                        subscribes:
                          - %2$s
                          - { topic: %2$s, subscription: audit }
                        """.formatted(names.group(), TOPIC)));
        try (var sampler = Sampler.open(repository, connection, CLOCK);
                var bus = connect(names.group())) {
            var publisher = publisher(bus, repository);
            publisher.publish(order(publisher, "a1", 1)).join();
            bus.subscribe(
                    Topic.of(OrderPlaced.class),
                    Mode.ordered(),
                    SubscriptionOptions.standard().named("audit"),
                    (order, context) -> {});

            await().untilAsserted(() -> {
                var topic = topic(sampler.sample());
                assertThat(topic.groups())
                        .extracting(GroupView::group)
                        .containsExactly(names.group(), names.group() + ".audit");
                assertThat(group(topic, names.group() + ".audit").consumed()).isPositive();
                assertThat(group(topic, names.group() + ".audit").lag()).isZero();
                assertThat(group(topic, names.group()).lag()).isPositive();
            });
        }
    }

    @Test
    void showsGroupsThatNobodyDeclared(UniqueNames names) throws IOException {
        var repository = applied("declared");
        try (var sampler = Sampler.open(repository, connection, CLOCK);
                var bus = connect(names.group())) {
            var publisher = publisher(bus, repository);
            publisher.publish(order(publisher, "a1", 1)).join();
            // Nobody creates topics for retries where nobody declares the group.
            var options = SubscriptionOptions.standard().withRetries(Retries.untilHandled());
            bus.subscribe(Topic.of(OrderPlaced.class), Mode.ordered(), options, (order, context) -> {});

            await().untilAsserted(() -> {
                var topic = topic(sampler.sample());
                assertThat(topic.groups()).extracting(GroupView::group).containsExactly("declared", names.group());
                assertThat(group(topic, names.group()).consumed()).isPositive();
                assertThat(group(topic, names.group()).lag()).isZero();
            });
        }
    }

    @Test
    void passesOverAReportThatCannotBeRead(UniqueNames names) throws IOException {
        var repository = applied(names.group());
        try (var sampler = Sampler.open(repository, connection, CLOCK);
                var cluster = new TestCluster(bootstrap);
                var bus = connect(names.group())) {
            cluster.write(List.of(
                    new ProducerRecord<>(InternalTopics.REPORTS, "no report".getBytes(StandardCharsets.UTF_8))));
            var publisher = publisher(bus, repository);
            publisher.publish(order(publisher, "a1", 1)).join();

            await().untilAsserted(() ->
                    assertThat(topic(sampler.sample()).published()).isEqualTo(1));
        }
    }

    @Test
    void watchesABusWithoutSubscribers() throws IOException {
        var repository = new BusFolder(folder).load();
        new TopicApplier(connection).apply(repository);

        try (var sampler = Sampler.open(repository, connection, CLOCK)) {
            assertThat(sampler.sample().topics()).isEmpty();
        }
    }

    @Test
    void needsTheTopicsOfTheBus(UniqueNames names) throws IOException {
        var repository = new BusFolder(folder)
                .withTopic(names.topic(), "", "string id = 1;")
                .load();

        assertThatThrownBy(() -> Sampler.open(repository, connection, CLOCK))
                .isInstanceOf(TopicMissingException.class)
                .hasMessageContaining(names.topic());
    }

    private BusRepository applied(String subscriber) throws IOException {
        return applied(new BusFolder(folder).withSubscriber(subscriber, TOPIC));
    }

    private BusRepository applied(BusFolder bus) throws IOException {
        var repository = bus.with("contracts/order_placed.proto", Files.readString(CONTRACT))
                .load();
        assertThat(repository.findings()).isEmpty();
        new TopicApplier(connection).apply(repository);
        return repository;
    }

    private Bus connect(String service) {
        return Bus.connect(new BusSettings(service, bootstrap, Duration.ofMillis(200)));
    }

    private static DynamicMessage order(Publisher<DynamicMessage> publisher, String id, int items) {
        var type = publisher.contract().message();
        return DynamicMessage.newBuilder(type)
                .setField(type.findFieldByName("order_id"), id)
                .setField(type.findFieldByName("items"), items)
                .build();
    }

    private static TopicView topic(BusSnapshot snapshot) {
        assertThat(snapshot.topics()).hasSize(1);
        return snapshot.topics().get(0);
    }

    private static GroupView group(TopicView topic, String group) {
        return topic.groups().stream()
                .filter(view -> view.group().equals(group))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no group " + group + " in " + topic));
    }

    private static Publisher<DynamicMessage> publisher(Bus bus, BusRepository repository) {
        var contract = repository.contract(TOPIC).orElseThrow();
        return bus.publisher(contract, new ProtovalidateCheck<>(contract.message()));
    }
}

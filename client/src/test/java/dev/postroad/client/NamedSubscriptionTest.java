package dev.postroad.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.broker.junit.BrokerExtension;
import dev.postroad.client.connection.ClusterLook;
import dev.postroad.client.connection.Connection;
import dev.postroad.client.connection.TopicMissingException;
import dev.postroad.client.deadletter.DeadLetter;
import dev.postroad.client.deadletter.Replay;
import dev.postroad.client.health.GroupHealth;
import dev.postroad.client.health.PartitionHealth;
import dev.postroad.client.orders.OrderNoted;
import dev.postroad.client.orders.OrderPlaced;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.client.subscribe.Context;
import dev.postroad.client.subscribe.DeadLetterException;
import dev.postroad.client.subscribe.Mode;
import dev.postroad.client.subscribe.Subscription;
import dev.postroad.client.subscribe.SubscriptionOptions;
import dev.postroad.contract.report.ClientReport;
import dev.postroad.contract.report.Consumed;
import dev.postroad.contract.report.Group;
import dev.postroad.contract.topic.InternalTopics;
import dev.postroad.contract.topic.Topic;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two consumer groups of one service. */
@ExtendWith(BrokerExtension.class)
class NamedSubscriptionTest {
    private static final Topic<OrderPlaced> ORDERS = Topic.of(OrderPlaced.class);
    private static final Topic<OrderNoted> NOTES = Topic.of(OrderNoted.class);
    private static final String TOPIC = "orders.order-placed.v1";
    private static final String NOTES_TOPIC = "orders.order-noted.v1";
    private static final SubscriptionOptions AUDIT =
            SubscriptionOptions.standard().named("audit");

    private final TestCluster cluster;
    private final BusSettings settings;
    private final String audit;
    private final Bus bus;
    private final List<String> billed = new CopyOnWriteArrayList<>();
    private final List<String> audited = new CopyOnWriteArrayList<>();
    private final AtomicBoolean isMended = new AtomicBoolean();

    NamedSubscriptionTest(EmbeddedBroker broker, TestInfo test) {
        cluster = new TestCluster(broker.bootstrapServers());
        settings = new BusSettings(
                "n" + Integer.toHexString(test.getDisplayName().hashCode()),
                broker.bootstrapServers(),
                Duration.ofMillis(200));
        audit = settings.service() + ".audit";
        cluster.recreate(TOPIC, NOTES_TOPIC, InternalTopics.REPORTS);
        cluster.derive(settings.service(), TOPIC);
        cluster.derive(audit, TOPIC, NOTES_TOPIC);
        bus = Bus.connect(settings);
    }

    @AfterEach
    void close() {
        bus.close();
        cluster.close();
    }

    private void bill(OrderPlaced order, Context context) {
        billed.add(order.getOrderId());
    }

    private void audit(OrderPlaced order, Context context) throws DeadLetterException {
        if (order.getOrderId().equals("a2") && !isMended.get()) {
            throw new DeadLetterException("the ledger has no such account");
        }
        audited.add(order.getOrderId());
    }

    private void publish(String... ids) {
        var publisher = bus.publisher(ORDERS);
        for (var id : ids) {
            publisher
                    .publish(OrderPlaced.newBuilder().setOrderId(id).setItems(1).build())
                    .join();
        }
    }

    private static List<String> reasons(List<DeadLetter> letters) {
        return letters.stream().map(letter -> letter.reason().orElseThrow()).toList();
    }

    private ClientReport lastReport() {
        return cluster.read(InternalTopics.REPORTS).stream()
                .map(found -> TestCluster.report(found.value()))
                .filter(report -> report.getService().equals(settings.service()))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("no report yet"));
    }

    @Test
    void handlesATopicInTwoGroupsOfWhichOneFails() {
        bus.subscribe(ORDERS, this::bill);
        bus.subscribe(ORDERS, Mode.ordered(), AUDIT, this::audit);

        publish("a1", "a2", "a3");

        await().untilAsserted(() -> assertThat(billed).containsExactly("a1", "a2", "a3"));
        await().untilAsserted(() -> assertThat(audited).containsExactly("a1", "a3"));
        await().untilAsserted(() -> assertThat(List.of(settings.service(), audit))
                .extracting(group -> cluster.committed(group, TOPIC))
                .containsExactly(3L, 3L));
        assertThat(cluster.read(TOPIC + '.' + audit + ".dlt")).hasSize(1);
        assertThat(cluster.read(TOPIC + '.' + settings.service() + ".dlt")).isEmpty();
        assertThat(bus.deadLetters(ORDERS).list(letter -> true, 9)).isEmpty();
        assertThat(reasons(bus.deadLetters(ORDERS, "audit").list(letter -> true, 9)))
                .containsExactly("the ledger has no such account");
    }

    @Test
    void givesDeadLettersBackToTheirGroupAlone() {
        bus.subscribe(ORDERS, this::bill);
        bus.subscribe(ORDERS, Mode.ordered(), AUDIT, this::audit);
        publish("a1", "a2");
        await().until(() ->
                bus.deadLetters(ORDERS, "audit").list(letter -> true, 9).size() == 1);
        isMended.set(true);

        var result = bus.deadLetters(ORDERS, "audit").replay(Replay.of(letter -> true));

        assertThat(result.replayed()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(audited).containsExactly("a1", "a2"));
        await().untilAsserted(() -> assertThat(billed).containsExactly("a1", "a2"));
    }

    @Test
    void tellsHowEachGroupIs() {
        bus.subscribe(ORDERS, this::bill);
        bus.subscribe(ORDERS, Mode.ordered(), AUDIT, this::audit);
        publish("a1", "a2");

        await().untilAsserted(() -> assertThat(lastReport().getConsumedList())
                .extracting(Consumed::getGroup, Consumed::getHandled, Consumed::getDeadLettered)
                .containsExactly(tuple(settings.service(), 2L, 0L), tuple(audit, 1L, 1L)));
        await().untilAsserted(() -> assertThat(lastReport().getGroupsList())
                .extracting(Group::getName, Group::getJoined)
                .containsExactly(tuple(settings.service(), true), tuple(audit, true)));
        assertThat(bus.health().isReady()).isTrue();
        await().untilAsserted(() -> assertThat(bus.health().groups())
                .extracting(GroupHealth::group, NamedSubscriptionTest::topics)
                .containsExactly(
                        tuple(settings.service(), topicsOf(settings.service())), tuple(audit, topicsOf(audit))));
        assertThat(bus.subscriptions()).extracting(Subscription::group).containsExactly(settings.service(), audit);
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .contains("postroad-" + settings.service(), "postroad-" + audit);
    }

    private static List<String> topicsOf(String group) {
        var derived = TOPIC + '.' + group;
        return List.of(TOPIC, derived + ".retry.10m", derived + ".retry.10s", derived + ".retry.1m");
    }

    private static List<String> topics(GroupHealth group) {
        return group.partitions().stream().map(PartitionHealth::topic).toList();
    }

    @Test
    void sharesAGroupAmongSubscriptionsOfOneName() {
        bus.subscribe(ORDERS, Mode.ordered(), AUDIT, this::audit);
        bus.subscribe(NOTES, Mode.keyed(2), AUDIT, (note, context) -> audited.add("note " + note.getOrderId()));

        publish("a1");
        bus.publisher(NOTES)
                .publish(OrderNoted.newBuilder().setOrderId("a1").build())
                .join();

        await().untilAsserted(() -> assertThat(audited).containsExactlyInAnyOrder("a1", "note a1"));
        assertThat(bus.health().groups())
                .singleElement()
                .satisfies(group -> assertThat(topics(group)).contains(TOPIC, NOTES_TOPIC));
    }

    @Test
    void subscribesToATopicOnceInEachGroup() {
        bus.subscribe(ORDERS, Mode.ordered(), AUDIT, this::audit);

        assertThatThrownBy(() -> bus.subscribe(ORDERS, Mode.keyed(4), AUDIT, this::audit))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("%s subscribes to %s already; ", audit, TOPIC);
        assertThat(bus.subscriptions()).hasSize(1);
    }

    @Test
    void saysHowANamedSubscriptionIsDeclaredWhenItsTopicsAreMissing() {
        assertThatThrownBy(() -> bus.subscribe(
                        ORDERS, Mode.ordered(), SubscriptionOptions.standard().named("search"), this::bill))
                .isInstanceOf(TopicMissingException.class)
                .hasMessageContaining(TOPIC + '.' + settings.service() + ".search.dlt")
                .hasMessageContaining(
                        "name { topic: %s, subscription: search } under subscribes in services/%s.yaml",
                        TOPIC, settings.service());
    }

    @Test
    void refusesADeadLetterQuestionAboutNoSubscription() {
        assertThatThrownBy(() -> bus.deadLetters(ORDERS, "audit.log"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("subscription 'audit.log' is not made of lower-case words joined by hyphens");
    }

    @Test
    void closesWhenOneOfItsGroupsHasEnded() {
        var parts = BusParts.standard(settings, OpenTelemetry.noop());
        var refused = new BusParts(
                new RefusedGroup(parts.connection(), audit),
                parts.openTelemetry(),
                parts.clock(),
                parts.timer(),
                parts.commitEvery(),
                parts.placement());
        try (var service = Bus.connect(settings, refused)) {
            service.subscribe(ORDERS, this::bill);

            service.subscribe(ORDERS, Mode.ordered(), AUDIT, this::audit);

            assertThatThrownBy(service::runUntilShutdown)
                    .isInstanceOf(BusFailedException.class)
                    .hasRootCauseMessage("no member of " + audit);
            assertThat(service.health().isLive()).isFalse();
        }
    }

    /** A connection on which one group cannot be joined. */
    private record RefusedGroup(Connection connection, String refused) implements Connection {
        @Override
        public ClusterLook look() {
            return connection.look();
        }

        @Override
        public Producer<byte[], byte[]> producer() {
            return connection.producer();
        }

        @Override
        public Producer<byte[], byte[]> relayProducer() {
            return connection.relayProducer();
        }

        @Override
        public Consumer<byte[], byte[]> consumer(String group) {
            if (group.equals(refused)) {
                throw new IllegalStateException("no member of " + group);
            }
            return connection.consumer(group);
        }

        @Override
        public Consumer<byte[], byte[]> reader() {
            return connection.reader();
        }

        @Override
        public String groupProtocolName() {
            return connection.groupProtocolName();
        }

        @Override
        public void close() {
            connection.close();
        }
    }
}

package dev.postroad.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.broker.junit.BrokerExtension;
import dev.postroad.client.orders.OrderPlaced;
import dev.postroad.client.orders.OrderState;
import dev.postroad.client.publish.DeliveryFailedException;
import dev.postroad.client.publish.MessageRefusedException;
import dev.postroad.client.publish.PublishOptions;
import dev.postroad.client.publish.Publisher;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.client.subscribe.BatchContext;
import dev.postroad.client.subscribe.BatchHandler;
import dev.postroad.client.subscribe.Context;
import dev.postroad.client.subscribe.Handler;
import dev.postroad.client.subscribe.Mode;
import dev.postroad.contract.check.Violation;
import dev.postroad.contract.topic.InternalTopics;
import dev.postroad.contract.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerExtension.class)
class PublishTest {
    private static final String TOPIC = "orders.order-placed.v1";
    private static final String STATES = "orders.order-state.v1";

    private final TestCluster cluster;
    private final BusSettings settings;
    private final Bus bus;

    PublishTest(EmbeddedBroker broker, TestInfo test) {
        cluster = new TestCluster(broker.bootstrapServers());
        settings = new BusSettings(
                "p" + Integer.toHexString(test.getDisplayName().hashCode()),
                broker.bootstrapServers(),
                Duration.ofMillis(200));
        cluster.recreate(TOPIC, STATES, InternalTopics.REPORTS);
        cluster.derive(settings.service(), TOPIC, STATES);
        bus = Bus.connect(settings);
    }

    @AfterEach
    void close() {
        bus.close();
        cluster.close();
    }

    @Test
    void waitsUntilAMessageIsStored() throws InterruptedException {
        var delivery = orders().publishAndWait(order("a", 1));

        assertThat(delivery.topic()).isEqualTo(TOPIC);
        assertThat(delivery.offset()).isZero();
        assertThat(cluster.read(TOPIC)).hasSize(1);
    }

    @Test
    void saysThatAMessageWasNotAcknowledged() {
        var tooLarge = OrderPlaced.newBuilder()
                .setOrderId("a".repeat(2 << 20))
                .setItems(1)
                .build();

        assertThatThrownBy(() -> orders().publishAndWait(tooLarge))
                .isInstanceOf(DeliveryFailedException.class)
                .hasMessageStartingWith("a message for orders.order-placed.v1 was not acknowledged: The message is ");
    }

    @Test
    void sendsHeadersAndTheTimeOfTheEvent() {
        var happened = Instant.parse("2026-03-01T12:00:00Z");

        var delivery = orders().publish(
                        order("a", 1),
                        PublishOptions.none().withHeader("origin", "till 7").at(happened))
                .join();

        assertThat(delivery.timestamp()).isEqualTo(happened);
        assertThat(cluster.read(TOPIC)).singleElement().satisfies(found -> {
            assertThat(found.timestamp()).isEqualTo(happened.toEpochMilli());
            assertThat(found.headers().lastHeader("origin").value())
                    .isEqualTo("till 7".getBytes(StandardCharsets.UTF_8));
            assertThat(found.headers().lastHeader("postroad-contract")).isNotNull();
        });
    }

    @Test
    void refusesHeadersThatAreItsOwn() {
        assertThatThrownBy(() -> PublishOptions.none().withHeader("postroad-contract", "1"))
                .hasMessage("header 'postroad-contract' is not for services to write; choose another name");
        assertThatThrownBy(() -> PublishOptions.none().withHeader("__dlq.errors.topic", "t"))
                .hasMessageContaining("'__dlq.errors.topic'");
        assertThatThrownBy(() -> PublishOptions.none().at(Instant.EPOCH.minusMillis(1)))
                .hasMessage("a record cannot have the timestamp 1969-12-31T23:59:59.999Z; Kafka's begin in 1970");
    }

    @Test
    void publishesManyInTheirOrder() {
        var deliveries = orders().publishAll(IntStream.rangeClosed(1, 50)
                        .mapToObj(number -> order("a", number))
                        .toList())
                .join();

        assertThat(deliveries)
                .extracting(delivery -> delivery.offset())
                .isSorted()
                .hasSize(50);
        assertThat(cluster.read(TOPIC)).hasSize(50);
    }

    @Test
    void sendsNoneOfManyIfOneIsRefused() {
        assertThatThrownBy(() -> orders().publishAll(List.of(order("a", 1), order("b", -1), order("", 1))))
                .isInstanceOfSatisfying(
                        MessageRefusedException.class,
                        refusal -> assertThat(refusal.violations())
                                .extracting(Violation::field)
                                .containsExactly("[1].items", "[2].order_id"));
        orders().publish(order("after", 1)).join();
        assertThat(cluster.read(TOPIC)).hasSize(1);
    }

    @Test
    void tellsSubscribersOfADeletion() {
        var seen = new CopyOnWriteArrayList<String>();
        bus.subscribe(Topic.of(OrderState.class), new Handler<>() {
            @Override
            public void handle(OrderState state, Context context) {
                seen.add(key(context) + ' ' + state.getState());
            }

            @Override
            public void deleted(Context context) {
                seen.add(key(context) + " is deleted");
            }
        });

        var states = bus.publisher(OrderState.class);
        states.publish(state(17, "paid")).join();
        states.delete(17L).join();
        states.publish(state(18, "paid")).join();

        await().untilAsserted(() -> assertThat(seen).containsExactly("17 paid", "17 is deleted", "18 paid"));
        assertThat(cluster.read(STATES).get(1).value()).isNull();
    }

    @Test
    void tellsOfADeletionBetweenBatches() {
        var states = bus.publisher(OrderState.class);
        List.of("paid", "sent")
                .forEach(state -> states.publish(state(17, state)).join());
        states.delete(17).join();
        states.publish(state(18, "paid")).join();
        var seen = new CopyOnWriteArrayList<String>();

        bus.subscribe(Topic.of(OrderState.class), Mode.batch(10, Duration.ofMillis(100)), new BatchHandler<>() {
            @Override
            public void handle(List<OrderState> some, BatchContext context) {
                seen.add(some.stream().map(OrderState::getState).toList().toString());
            }

            @Override
            public void deleted(Context context) {
                seen.add(key(context) + " is deleted");
            }
        });

        await().untilAsserted(() -> assertThat(seen).containsExactly("[paid, sent]", "17 is deleted", "[paid]"));
    }

    @Test
    void deletesOnlyByTheKeyOfACompactedTopic() {
        var states = bus.publisher(OrderState.class);

        assertThatThrownBy(() -> orders().delete("a"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "topic orders.order-placed.v1 is not compacted, so its messages are not deleted by key; say cleanup: COMPACT in its contract");
        assertThatThrownBy(() -> states.delete("17"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("key field orders.v1.OrderState.order_number is a Long, and String is none");
    }

    @Test
    void reportsHowEvenKeysAreAndHowLongAcknowledgementsTake() {
        var states = bus.publisher(OrderState.class);
        states.publishAll(IntStream.range(0, 3_000)
                        .mapToObj(number -> state(1 + number % 2, "paid"))
                        .toList())
                .join();
        states.delete(1L).join();

        await().untilAsserted(() -> assertThat(cluster.read(InternalTopics.REPORTS))
                .map(found -> TestCluster.report(found.value()))
                .filteredOn(report -> report.getService().equals(settings.service()))
                .last()
                .satisfies(report -> {
                    var published = report.getPublished(0);
                    assertThat(published.getAcknowledged()).isEqualTo(3_001);
                    assertThat(published.getTombstones()).isEqualTo(1);
                    assertThat(published.getBytes()).isEqualTo(3_000 * 8);
                    assertThat(published.getDistinctKeys()).isEqualTo(2);
                    assertThat(published.getHottestKeyShare()).isBetween(0.5, 0.9);
                    assertThat(published.getAcknowledgement().getBucketsList().stream()
                                    .mapToLong(Long::longValue)
                                    .sum())
                            .isBetween(10L, 120L);
                }));
    }

    private static String key(Context context) {
        return context.key().map(ByteString::toStringUtf8).orElse("-");
    }

    private Publisher<OrderPlaced> orders() {
        return bus.publisher(OrderPlaced.class);
    }

    private static OrderPlaced order(String id, int items) {
        return OrderPlaced.newBuilder().setOrderId(id).setItems(items).build();
    }

    private static OrderState state(long number, String state) {
        return OrderState.newBuilder().setOrderNumber(number).setState(state).build();
    }
}

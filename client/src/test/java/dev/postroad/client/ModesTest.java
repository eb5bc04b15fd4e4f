package dev.postroad.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.broker.junit.BrokerExtension;
import dev.postroad.client.orders.OrderPlaced;
import dev.postroad.client.retry.Retries;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.client.subscribe.BatchFailedException;
import dev.postroad.client.subscribe.Handler;
import dev.postroad.client.subscribe.Mode;
import dev.postroad.client.subscribe.SubscriptionOptions;
import dev.postroad.contract.topic.InternalTopics;
import dev.postroad.contract.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.ExtendWith;

/** Subscriptions by key and in batches, on a topic of one partition. */
@ExtendWith(BrokerExtension.class)
class ModesTest {
    private static final Topic<OrderPlaced> ORDERS = Topic.of(OrderPlaced.class);
    private static final String TOPIC = "orders.order-placed.v1";

    private final TestCluster cluster;
    private final BusSettings settings;
    private final Bus bus;

    ModesTest(EmbeddedBroker broker, TestInfo test) {
        cluster = new TestCluster(broker.bootstrapServers());
        cluster.recreate(TOPIC, InternalTopics.REPORTS);
        settings = new BusSettings(
                "m" + Integer.toHexString(test.getDisplayName().hashCode()),
                broker.bootstrapServers(),
                Duration.ofMillis(200));
        cluster.derive(settings.service(), TOPIC);
        bus = Bus.connect(settings);
    }

    @AfterEach
    void close() {
        bus.close();
        cluster.close();
    }

    @Test
    void handlesKeysAtOnceAndEachInItsOrder() {
        var handled = new CopyOnWriteArrayList<String>();
        var together = new CountDownLatch(4);

        bus.subscribe(ORDERS, Mode.keyed(4), (order, context) -> {
            together.countDown();
            // Whoever is alone waits for ever: four keys of one partition have to be here at once.
            together.await();
            handled.add(order.getOrderId() + order.getItems());
        });
        publish("a1", "b1", "c1", "d1", "a2", "b2", "a3");

        await().untilAsserted(() -> assertThat(handled).hasSize(7));
        assertThat(handled).containsSubsequence("a1", "a2", "a3").containsSubsequence("b1", "b2");
        await().untilAsserted(() ->
                assertThat(cluster.committed(settings.service(), TOPIC)).isEqualTo(7));
    }

    @Test
    void letsOtherKeysGoOnWhileOneWaits() {
        var handled = new CopyOnWriteArrayList<String>();
        var failures = new AtomicInteger();

        bus.subscribe(ORDERS, Mode.keyed(2), (order, context) -> {
            if (order.getOrderId().equals("a") && failures.getAndIncrement() == 0) {
                throw new IllegalStateException("the first time fails");
            }
            handled.add(order.getOrderId() + order.getItems());
        });
        publish("a1", "b1", "a2", "b2");

        await().untilAsserted(() -> assertThat(handled).hasSize(4));
        assertThat(handled).containsExactly("b1", "b2", "a1", "a2");
    }

    @Test
    void doesNotCommitPastAKeyThatWaits() {
        var handled = new CopyOnWriteArrayList<String>();

        var untilHandled = SubscriptionOptions.standard().withRetries(Retries.untilHandled());

        bus.subscribe(ORDERS, Mode.keyed(2), untilHandled, (order, context) -> {
            if (order.getOrderId().equals("a")) {
                throw new IllegalStateException("never");
            }
            handled.add(order.getOrderId() + order.getItems());
        });
        publish("b1", "a1", "b2");
        await().untilAsserted(() -> assertThat(handled).containsExactly("b1", "b2"));
        await().untilAsserted(() ->
                assertThat(cluster.committed(settings.service(), TOPIC)).isEqualTo(1));
        bus.close();

        assertThat(cluster.committed(settings.service(), TOPIC)).isEqualTo(1);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void runsHandlersInVirtualThreads() {
        var threads = new CopyOnWriteArrayList<Thread>();
        Handler<OrderPlaced> handler = (order, context) -> threads.add(Thread.currentThread());

        bus.subscribe(ORDERS, Mode.keyed(4), SubscriptionOptions.standard().onVirtualThreads(), handler);
        publish("a1", "b1");

        await().untilAsserted(() -> assertThat(threads).hasSize(2));
        assertThat(threads).allSatisfy(thread -> {
            assertThat(thread.toString()).startsWith("VirtualThread[");
            assertThat(thread.getName()).startsWith(TOPIC + "-");
        });
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_20)
    void saysThatThereAreNoVirtualThreads() {
        assertThatThrownBy(() -> SubscriptionOptions.standard().onVirtualThreads())
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageMatching("this Java runtime, .*, has no virtual threads; use 21 or newer");
    }

    @Test
    void handsOverBatchesInTheirOrder() {
        var batches = new CopyOnWriteArrayList<List<Integer>>();
        publish(IntStream.rangeClosed(1, 25).mapToObj(number -> "a" + number).toArray(String[]::new));

        bus.subscribe(ORDERS, Mode.batch(10, Duration.ofMillis(200)), (orders, context) -> {
            assertThat(context.topic()).isEqualTo(TOPIC);
            assertThat(context.records()).hasSameSizeAs(orders);
            batches.add(orders.stream().map(OrderPlaced::getItems).toList());
        });

        await().untilAsserted(() ->
                assertThat(batches.stream().mapToInt(List::size).sum()).isEqualTo(25));
        assertThat(batches.stream().flatMap(List::stream))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 25).boxed().toList());
        assertThat(batches).allMatch(batch -> batch.size() <= 10).hasSizeBetween(3, 6);
        await().untilAsserted(() ->
                assertThat(cluster.committed(settings.service(), TOPIC)).isEqualTo(25));
    }

    @Test
    void findsTheBadRecordOfABatchByHandingThemOverOneByOne() {
        var batches = new CopyOnWriteArrayList<List<Integer>>();
        var failures = new AtomicInteger();
        publish("a1", "a2", "a3", "a4");

        bus.subscribe(ORDERS, Mode.batch(4, Duration.ofSeconds(5)), (orders, context) -> {
            var numbers = orders.stream().map(OrderPlaced::getItems).toList();
            batches.add(numbers);
            if (numbers.contains(3) && failures.getAndIncrement() < 2) {
                throw new IllegalStateException("three is bad, twice");
            }
        });

        await().untilAsserted(() -> assertThat(batches)
                .containsExactly(List.of(1, 2, 3, 4), List.of(1), List.of(2), List.of(3), List.of(3), List.of(4)));
    }

    @Test
    void repeatsNothingThatAHandlerSaysIsDealtWith() {
        var batches = new CopyOnWriteArrayList<List<Integer>>();
        var failures = new AtomicInteger();
        publish("a1", "a2", "a3", "a4");

        bus.subscribe(ORDERS, Mode.batch(4, Duration.ofSeconds(1)), (orders, context) -> {
            var numbers = orders.stream().map(OrderPlaced::getItems).toList();
            batches.add(numbers);
            if (failures.getAndIncrement() == 0) {
                throw new BatchFailedException(2, new IllegalStateException("the third"));
            }
        });

        await().untilAsserted(() -> assertThat(batches).containsExactly(List.of(1, 2, 3, 4), List.of(3), List.of(4)));
    }

    @Test
    void refusesBoundsOutOfRange() {
        assertThatThrownBy(() -> Mode.keyed(0))
                .hasMessage("keyed(0): at least 1 and at most 10,000 records can be handled at once");
        assertThatThrownBy(() -> Mode.batch(5_001, Duration.ZERO))
                .hasMessage("batch(5001, PT0S): a batch has at least 1 and at most 5,000 records");
        assertThatThrownBy(() -> Mode.batch(1, Duration.ofSeconds(61)))
                .hasMessage("batch(1, PT1M1S): a batch can wait for zero to sixty seconds");
    }

    /** The first letter is the order's id, which is the key; the number behind it tells records of a key apart. */
    private void publish(String... names) {
        var publisher = bus.publisher(OrderPlaced.class);
        for (var name : names) {
            publisher
                    .publish(OrderPlaced.newBuilder()
                            .setOrderId(name.substring(0, 1))
                            .setItems(Integer.parseInt(name.substring(1)))
                            .build())
                    .join();
        }
    }
}

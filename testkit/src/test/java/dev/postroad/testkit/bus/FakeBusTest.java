package dev.postroad.testkit.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postroad.client.deadletter.DeadLetter;
import dev.postroad.client.publish.MessageRefusedException;
import dev.postroad.client.subscribe.Context;
import dev.postroad.client.subscribe.DeadLetterException;
import dev.postroad.client.subscribe.Mode;
import dev.postroad.client.subscribe.SubscriptionOptions;
import dev.postroad.contract.topic.Topic;
import dev.postroad.testkit.memory.Faults;
import dev.postroad.testkit.orders.OrderPlaced;
import dev.postroad.testkit.orders.OrderState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeBusTest {
    private static final Topic<OrderPlaced> ORDERS = Topic.of(OrderPlaced.class);
    private static final Topic<OrderState> STATES = Topic.of(OrderState.class);

    private final FakeBus fake = FakeBus.of("billing");
    private final List<Integer> handled = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        fake.close();
    }

    private static OrderPlaced order(int items) {
        return OrderPlaced.newBuilder().setOrderId("a").setItems(items).build();
    }

    private void handle(OrderPlaced order, Context context) {
        handled.add(order.getItems());
    }

    @Test
    void handsWhatOthersPublishToTheService() {
        fake.bus().subscribe(ORDERS, this::handle);

        fake.publish(order(1), order(2), order(3));
        fake.awaitHandled();

        assertThat(handled).containsExactly(1, 2, 3);
    }

    @Test
    void showsWhatTheServiceHasPublished() {
        var states = fake.bus().publisher(STATES);
        fake.bus()
                .subscribe(
                        ORDERS,
                        (order, context) -> states.publishAndWait(OrderState.newBuilder()
                                .setOrderNumber(order.getItems())
                                .setState("billed")
                                .build()));

        fake.publish(order(7));
        fake.awaitHandled();

        assertThat(fake.published(STATES))
                .extracting(OrderState::getOrderNumber)
                .containsExactly(7L);
        assertThat(fake.records(STATES))
                .singleElement()
                .satisfies(record -> assertThat(record.key()).isEqualTo("7".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusesWhatBreaksItsContract() {
        assertThatThrownBy(() -> fake.bus().publisher(ORDERS).publish(order(0)))
                .isInstanceOf(MessageRefusedException.class);
        assertThatThrownBy(() -> fake.publish(order(0))).isInstanceOf(MessageRefusedException.class);
        assertThat(fake.published(ORDERS)).isEmpty();
    }

    @Test
    void retriesWhenTimeIsAdvanced() {
        fake.bus().subscribe(ORDERS, (order, context) -> {
            if (context.attempt() < 5) {
                throw new IllegalStateException("not yet");
            }
            handled.add(order.getItems());
        });

        fake.publish(order(1));
        fake.awaitHandled();
        assertThat(handled).isEmpty();
        fake.time().advance(Duration.ofSeconds(10));
        fake.awaitHandled();
        assertThat(handled).isEmpty();
        fake.time().advance(Duration.ofMinutes(1));
        fake.awaitHandled();

        assertThat(handled).containsExactly(1);
        assertThat(fake.deadLetters(ORDERS)).isEmpty();
    }

    @Test
    void keepsDeadLetters() {
        fake.bus().subscribe(ORDERS, this::handle);

        fake.publish(order(1));
        fake.publishBytes(ORDERS, new byte[] {1}, new byte[] {-1});
        fake.publish(order(2));
        fake.awaitHandled();

        assertThat(handled).containsExactly(1, 2);
        assertThat(fake.deadLetters(ORDERS))
                .extracting(DeadLetter::origin)
                .singleElement()
                .satisfies(origin -> assertThat(origin.offset()).isEqualTo(1));
    }

    @Test
    void keepsTheGroupsOfAServiceApart() {
        var audited = new CopyOnWriteArrayList<Integer>();
        var audit = SubscriptionOptions.standard().named("audit");
        fake.bus().subscribe(ORDERS, this::handle);
        fake.bus().subscribe(ORDERS, Mode.ordered(), audit, (order, context) -> {
            if (order.getItems() == 2) {
                throw new DeadLetterException("no such account");
            }
            audited.add(order.getItems());
        });

        fake.publish(order(1), order(2), order(3));
        fake.awaitHandled();

        assertThat(handled).containsExactly(1, 2, 3);
        assertThat(audited).containsExactly(1, 3);
        assertThat(fake.deadLetters(ORDERS)).isEmpty();
        assertThat(fake.deadLetters(ORDERS, "audit"))
                .extracting(letter -> letter.reason().orElseThrow())
                .containsExactly("no such account");
    }

    @Test
    void waitsForEachGroup() {
        fake.bus().subscribe(ORDERS, this::handle);
        var audit = SubscriptionOptions.standard().named("audit");
        fake.bus().subscribe(ORDERS, Mode.ordered(), audit, this::handle).pause();

        fake.publish(order(1));

        assertThatThrownBy(() -> fake.awaitHandled(Duration.ofMillis(200)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("billing.audit has not dealt with orders.order-placed.v1-0@0 after PT0.2S");
    }

    @Test
    void handlesByKeyAndInBatches() {
        try (var wide = FakeBus.of("billing", 4)) {
            var sizes = new CopyOnWriteArrayList<Integer>();
            wide.bus().subscribe(ORDERS, Mode.keyed(8), this::handle);
            wide.bus().subscribe(STATES, Mode.batch(10, Duration.ZERO), (states, context) -> sizes.add(states.size()));

            IntStream.rangeClosed(1, 100).forEach(number -> wide.publish(order(number)));
            IntStream.rangeClosed(1, 100)
                    .forEach(number -> wide.publish(OrderState.newBuilder()
                            .setOrderNumber(number)
                            .setState("new")
                            .build()));
            wide.awaitHandled();

            assertThat(handled).hasSize(100).isSorted();
            assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
        }
    }

    @Test
    void failsTheSendThatATestChooses() {
        fake.faults().failSend(2, new TimeoutException("chosen"));
        var publisher = fake.bus().publisher(ORDERS);

        assertThat(publisher.publish(order(1))).isCompleted();
        assertThat(publisher.publish(order(2))).isCompletedExceptionally();
        assertThat(publisher.publish(order(3))).isCompleted();
        assertThat(fake.published(ORDERS)).extracting(OrderPlaced::getItems).containsExactly(1, 3);
    }

    @Test
    void handlesAgainWhatAFailingHandlerHasFailed() {
        fake.bus().subscribe(ORDERS, Faults.failingAt(2, new IllegalStateException("chosen"), this::handle));

        fake.publish(order(1), order(2), order(3));
        fake.awaitHandled();

        assertThat(handled).containsExactly(1, 2, 3);
    }

    @Test
    void losesNothingWhenCommitsAreDroppedAndPartitionsMove() {
        fake.bus().subscribe(ORDERS, this::handle);
        fake.faults().dropCommits(3);

        fake.publish(order(1), order(2));
        fake.awaitHandled();
        fake.faults().forceRebalance();
        fake.publish(order(3));
        fake.awaitHandled();

        assertThat(handled).containsExactly(1, 2, 3);
    }

    @Test
    void saysWhatIsNotHandled() throws InterruptedException {
        var mayEnd = new CountDownLatch(1);
        fake.bus().subscribe(ORDERS, (order, context) -> mayEnd.await());
        fake.publish(order(1));

        assertThatThrownBy(() -> fake.awaitHandled(Duration.ofMillis(200)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("billing has not dealt with orders.order-placed.v1-0@0 after PT0.2S");
        mayEnd.countDown();
        fake.awaitHandled();
    }

    @Test
    void refusesCountsThatAreNone() {
        assertThatThrownBy(() -> fake.faults().dropCommits(0)).hasMessage("faults are counted from 1, not 0");
        assertThatThrownBy(() -> FakeBus.of("billing", 0)).hasMessage("a topic has at least one partition, not 0");
        assertThatThrownBy(() -> fake.time().advance(Duration.ofSeconds(-1)))
                .hasMessage("time does not go back by PT1S");
    }
}

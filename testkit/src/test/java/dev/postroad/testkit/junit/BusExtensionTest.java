package dev.postroad.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postroad.client.health.GroupHealth;
import dev.postroad.client.subscribe.DeadLetterException;
import dev.postroad.client.subscribe.Mode;
import dev.postroad.client.subscribe.SubscriptionOptions;
import dev.postroad.contract.topic.Topic;
import dev.postroad.testkit.bus.TestBus;
import dev.postroad.testkit.orders.OrderPlaced;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BusExtension.class)
class BusExtensionTest {
    private static final Topic<OrderPlaced> ORDERS = Topic.of(OrderPlaced.class);

    private final List<Integer> handled = new CopyOnWriteArrayList<>();

    private static OrderPlaced order(int items) {
        return OrderPlaced.newBuilder()
                .setOrderId("order-" + items)
                .setItems(items)
                .build();
    }

    /** If tests saw each other's records, the second would handle two. */
    @RepeatedTest(2)
    void givesEachTestTopicsOfItsOwn(TestBus test) {
        test.connect("billing").subscribe(ORDERS, (order, context) -> handled.add(order.getItems()));

        test.publish(order(1));

        await().untilAsserted(() -> assertThat(handled).containsExactly(1));
    }

    @Test
    void letsTimePassForDelayedRetries(TestBus test) {
        var bus = test.connect("billing");
        bus.subscribe(ORDERS, (order, context) -> {
            if (context.attempt() < 4) {
                throw new IllegalStateException("not yet");
            }
            handled.add(order.getItems());
        });
        test.publish(order(1));
        await().untilAsserted(() -> assertThat(bus.health().groups().get(0).partitions())
                .anyMatch(partition -> partition.topic().endsWith(".retry.10s") && partition.inFlight() == 1));

        test.time().advance(Duration.ofSeconds(10));

        await().untilAsserted(() -> assertThat(handled).containsExactly(1));
    }

    @Test
    void hasTheGroupsOfNamedSubscriptions(TestBus test) {
        var bus = test.connect("billing");
        bus.subscribe(ORDERS, (order, context) -> handled.add(order.getItems()));
        bus.subscribe(ORDERS, Mode.ordered(), SubscriptionOptions.standard().named("audit"), (order, context) -> {
            throw new DeadLetterException("no account");
        });

        test.publish(order(1));

        await().untilAsserted(() -> assertThat(handled).containsExactly(1));
        await().until(() ->
                bus.deadLetters(ORDERS, "audit").list(letter -> true, 10).size() == 1);
        assertThat(bus.deadLetters(ORDERS).list(letter -> true, 10)).isEmpty();
        assertThat(bus.health().groups())
                .extracting(GroupHealth::group)
                .containsExactly(test.name() + "-billing", test.name() + "-billing.audit");
    }

    @Test
    void keepsTheDeadLettersOfATest(TestBus test) {
        var bus = test.connect("billing");
        bus.subscribe(ORDERS, (order, context) -> {
            throw new DeadLetterException("no customer");
        });

        test.publish(order(1));

        await().until(() -> bus.deadLetters(ORDERS).list(letter -> true, 10).size() == 1);
    }
}

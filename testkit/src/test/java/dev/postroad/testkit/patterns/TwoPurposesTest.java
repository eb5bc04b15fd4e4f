package dev.postroad.testkit.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.client.Bus;
import dev.postroad.client.subscribe.DeadLetterException;
import dev.postroad.client.subscribe.Mode;
import dev.postroad.client.subscribe.SubscriptionOptions;
import dev.postroad.contract.topic.Topic;
import dev.postroad.testkit.bus.FakeBus;
import dev.postroad.testkit.orders.OrderPlaced;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** docs/how-to/write-a-service.md quotes it. */
class TwoPurposesTest {
    private static final Topic<OrderPlaced> ORDERS = Topic.of(OrderPlaced.class);

    @AutoClose
    private final FakeBus fake = FakeBus.of("billing");

    private final List<String> billed = new CopyOnWriteArrayList<>();
    private final List<String> written = new CopyOnWriteArrayList<>();

    private static OrderPlaced order(String id) {
        return OrderPlaced.newBuilder().setOrderId(id).setItems(1).build();
    }

    private void start(Bus bus) {
        var audit = SubscriptionOptions.standard().named("audit");

        bus.subscribe(ORDERS, (order, context) -> bill(order));
        bus.subscribe(ORDERS, Mode.ordered(), audit, (order, context) -> write(order));
    }

    private void bill(OrderPlaced order) {
        billed.add(order.getOrderId());
    }

    private void write(OrderPlaced order) throws DeadLetterException {
        if (order.getOrderId().length() > 3) {
            throw new DeadLetterException("the log has no room for this id");
        }
        written.add(order.getOrderId());
    }

    @Test
    void billsAnOrderOnceWhateverBecomesOfItsAudit() {
        start(fake.bus());

        fake.publish(order("a1"), order("a1234"), order("a2"));
        fake.awaitHandled();

        assertThat(billed).containsExactly("a1", "a1234", "a2");
        assertThat(written).containsExactly("a1", "a2");
        assertThat(fake.deadLetters(ORDERS)).isEmpty();
        assertThat(fake.deadLetters(ORDERS, "audit")).hasSize(1);
    }
}

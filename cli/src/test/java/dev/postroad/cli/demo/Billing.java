package dev.postroad.cli.demo;

import dev.postroad.client.Bus;
import dev.postroad.client.subscribe.Mode;
import dev.postroad.client.subscribe.SubscriptionOptions;
import dev.postroad.contract.topic.Topic;
import java.util.concurrent.atomic.AtomicInteger;

/** Says how many orders it has billed, and looks at each in another group too. */
final class Billing {
    private Billing() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        var billed = new AtomicInteger();
        try (var bus = Bus.connect("billing")) {
            bus.subscribe(
                    OrderPlaced.class, (order, context) -> System.out.println(billed.incrementAndGet() + " billed"));
            bus.subscribe(
                    Topic.of(OrderPlaced.class),
                    Mode.ordered(),
                    SubscriptionOptions.standard().named("audit"),
                    (order, context) -> {});
            bus.runUntilShutdown();
        }
    }
}

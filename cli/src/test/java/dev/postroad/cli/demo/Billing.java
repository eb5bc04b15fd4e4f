package dev.postroad.cli.demo;

import dev.postroad.client.Bus;
import java.util.concurrent.atomic.AtomicInteger;

/** Says how many orders it has billed. */
final class Billing {
    private Billing() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        var billed = new AtomicInteger();
        try (var bus = Bus.connect("billing")) {
            bus.subscribe(
                    OrderPlaced.class, (order, context) -> System.out.println(billed.incrementAndGet() + " billed"));
            bus.runUntilShutdown();
        }
    }
}

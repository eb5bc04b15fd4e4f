package dev.postroad.client.fault;

import dev.postroad.client.Bus;
import dev.postroad.client.orders.OrderPlaced;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.client.subscribe.Mode;
import dev.postroad.contract.topic.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** A service that writes down each order that it has handled. */
final class Clerk {
    private Clerk() {}

    /** Arguments: where Kafka is, the service's name, its mode, the file to write to. */
    public static void main(String[] arguments) throws IOException {
        try (var ledger = new Ledger(Path.of(arguments[3]));
                var bus = Bus.connect(BusSettings.of(arguments[1], System.getenv())
                        .withBootstrap(arguments[0])
                        .withReportEvery(Duration.ZERO))) {
            work(bus, arguments[2], ledger);
            bus.runUntilShutdown();
        }
    }

    /** Returns at once; handles orders until the bus is closed. */
    static void work(Bus bus, String mode, Ledger ledger) {
        bus.subscribe(
                Topic.of(OrderPlaced.class),
                mode(mode),
                (order, context) -> ledger.write(new Entry(
                        order.getOrderId(),
                        order.getItems(),
                        context.partition(),
                        context.offset(),
                        System.currentTimeMillis())));
    }

    private static Mode.RecordMode mode(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "keyed" -> Mode.keyed(8);
            default -> Mode.ordered();
        };
    }
}

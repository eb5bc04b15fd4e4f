package dev.postroad.client.fault;

import dev.postroad.client.Bus;
import dev.postroad.client.orders.OrderPlaced;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.client.subscribe.Mode;
import dev.postroad.contract.topic.Topic;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;

/**
 * A service that writes down each order that it has handled: key, number, partition and offset. A line is written in
 * one piece, so a kill leaves none that is half.
 */
final class Clerk {
    private Clerk() {}

    /** Arguments: where Kafka is, the service's name, its mode, the file to write to. */
    public static void main(String[] arguments) throws IOException {
        var settings = new BusSettings(arguments[1], arguments[0], Duration.ZERO);
        var orders = Topic.of(OrderPlaced.class);
        try (var ledger = Files.newByteChannel(
                        Path.of(arguments[3]), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                var bus = Bus.connect(settings)) {
            bus.subscribe(orders, mode(arguments[2]), (order, context) -> {
                var line = "%s %d %d %d\n"
                        .formatted(order.getOrderId(), order.getItems(), context.partition(), context.offset());
                synchronized (ledger) {
                    ledger.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
                }
            });
            bus.runUntilShutdown();
        }
    }

    private static Mode.RecordMode mode(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "keyed" -> Mode.keyed(8);
            default -> Mode.ordered();
        };
    }
}

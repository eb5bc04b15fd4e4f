package dev.postroad.client.fault;

import dev.postroad.client.Bus;
import dev.postroad.client.settings.BusSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A service that publishes orders until it is killed, and writes down which ones are stored. */
final class Shop {
    private Shop() {}

    /** Arguments: where Kafka is, what its keys begin with, the file to write to. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (var ledger = new Ledger(Path.of(arguments[2]));
                var bus = Bus.connect(new BusSettings("shop", arguments[0], Duration.ZERO))) {
            new Orders(bus, arguments[1], ledger);
            Thread.currentThread().join();
        }
    }
}

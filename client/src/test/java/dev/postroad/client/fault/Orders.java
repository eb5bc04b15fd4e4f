package dev.postroad.client.fault;

import static org.awaitility.Awaitility.await;

import dev.postroad.client.Bus;
import dev.postroad.client.orders.OrderPlaced;
import dev.postroad.client.publish.Delivery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** Publishes an order each 5 ms until it is told to end, and writes down which ones are stored. */
final class Orders {
    private static final int KEYS = 40;
    private static final Duration EVERY = Duration.ofMillis(5);

    private final AtomicBoolean hasEnded = new AtomicBoolean();
    private final Thread thread;

    /** The keys begin with the publisher's name. */
    Orders(Bus bus, String publisher, Ledger stored) {
        thread = new Thread(() -> {
            var orders = bus.publisher(OrderPlaced.class);
            var pending = new ArrayList<CompletableFuture<?>>();
            for (var number = 1; !hasEnded.get(); number++) {
                var order = OrderPlaced.newBuilder()
                        .setOrderId(publisher + '-' + number % KEYS)
                        .setItems(number)
                        .build();
                var noted = orders.publish(order).thenAccept(delivery -> note(stored, order, delivery));
                // One that could not be stored within two minutes is not owed.
                pending.add(noted.exceptionally(notStored -> null));
                await().pollDelay(EVERY).until(() -> true);
            }
            pending.forEach(CompletableFuture::join);
        });
        thread.start();
    }

    private static void note(Ledger stored, OrderPlaced order, Delivery delivery) {
        try {
            stored.write(new Entry(
                    order.getOrderId(),
                    order.getItems(),
                    delivery.partition(),
                    delivery.offset(),
                    System.currentTimeMillis()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when it is known of each order whether it is stored. */
    void end() throws InterruptedException {
        hasEnded.set(true);
        thread.join();
    }
}

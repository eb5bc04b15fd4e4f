package com.example.orders;

import com.example.orders.v1.OrderPlaced;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.kafka.annotation.KafkaListener;

/** Keeps the orders that were placed until somebody takes them. What it refuses becomes a dead letter. */
final class OrderListener {
    private static final int STOCK = 100;

    private final BlockingQueue<OrderPlaced> orders = new LinkedBlockingQueue<>();

    @KafkaListener(topics = "orders.order-placed.v1")
    void placed(OrderPlaced order) {
        if (order.getItems() > STOCK) {
            throw new IllegalStateException("there are %d items, not %d".formatted(STOCK, order.getItems()));
        }
        orders.add(order);
    }

    OrderPlaced take() throws InterruptedException {
        return orders.take();
    }
}

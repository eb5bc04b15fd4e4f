package com.example.orders;

import com.example.orders.v1.OrderPlaced;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.kafka.annotation.KafkaListener;

/** Keeps the orders that were placed until somebody takes them. */
final class OrderListener {
    private final BlockingQueue<OrderPlaced> orders = new LinkedBlockingQueue<>();

    @KafkaListener(topics = "orders.order-placed.v1")
    void placed(OrderPlaced order) {
        orders.add(order);
    }

    OrderPlaced take() throws InterruptedException {
        return orders.take();
    }
}

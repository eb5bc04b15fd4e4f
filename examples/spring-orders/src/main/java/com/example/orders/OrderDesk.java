package com.example.orders;

import com.example.Topics;
import com.example.orders.v1.OrderPlaced;
import java.util.concurrent.CompletableFuture;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;

/** Publishes orders. */
final class OrderDesk {
    private final KafkaTemplate<String, Object> kafka;

    OrderDesk(KafkaTemplate<String, Object> kafka) {
        this.kafka = kafka;
    }

    /**
     * Publishes an order under the key that its contract asks for.
     *
     * @throws dev.postroad.client.publish.MessageRefusedException if the order breaks its contract
     */
    CompletableFuture<SendResult<String, Object>> place(OrderPlaced order) {
        return kafka.send(Topics.ORDER_PLACED.toString(), order.getOrderId(), order);
    }
}

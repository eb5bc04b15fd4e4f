package com.example.orders;

import com.example.orders.v1.OrderPlaced;
import java.util.UUID;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Places one order, and waits until the listener has it. */
public final class Orders {
    private Orders() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (var application = new AnnotationConfigApplicationContext(OrdersConfiguration.class)) {
            var order = OrderPlaced.newBuilder()
                    .setOrderId(UUID.randomUUID().toString())
                    .setEmail("ada@example.com")
                    .setItems(2)
                    .build();
            application.getBean(OrderDesk.class).place(order).join();

            var placed = application.getBean(OrderListener.class).take();
            System.out.println(placed.getItems() + " items for " + placed.getEmail());
        }
    }
}

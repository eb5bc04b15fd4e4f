package dev.postroad.cli.demo;

import dev.postroad.client.Bus;
import dev.postroad.client.publish.MessageRefusedException;
import dev.postroad.client.publish.Publisher;

/** Publishes twenty orders and one that is refused, and ends. */
final class Shop {
    private Shop() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        try (var bus = Bus.connect("shop")) {
            var orders = bus.publisher(OrderPlaced.class);
            for (var number = 1; number <= 20; number++) {
                orders.publish(order(number, 1)).join();
            }
            System.out.println(isRefused(orders, order(21, -1)) ? "20 fed, 1 refused" : "21 fed");
        }
    }

    private static boolean isRefused(Publisher<OrderPlaced> orders, OrderPlaced order) {
        try {
            orders.publish(order).join();
            return false;
        } catch (MessageRefusedException e) {
            return true;
        }
    }

    private static OrderPlaced order(int number, int items) {
        return OrderPlaced.newBuilder().setOrderId("a" + number).setItems(items).build();
    }
}

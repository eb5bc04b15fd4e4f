package dev.postroad.bench.sample;

import dev.postroad.bench.orders.OrderPlaced;

/** The rules of orders, written by hand. */
final class HandWrittenOrderCheck {
    private static final int MOST_LINES = 100;
    private static final int HIGHEST_PRIORITY = 9;

    private HandWrittenOrderCheck() {}

    static boolean isValid(OrderPlaced order) {
        return Texts.isUuid(order.getOrderId())
                && Texts.isEmail(order.getEmail())
                && order.hasPlacedAt()
                && order.getLinesCount() <= MOST_LINES
                && order.getPriority() >= 0
                && order.getPriority() <= HIGHEST_PRIORITY
                && order.getTotalMinor() >= order.getShippingMinor();
    }
}

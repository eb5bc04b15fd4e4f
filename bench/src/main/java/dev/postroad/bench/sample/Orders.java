package dev.postroad.bench.sample;

import com.google.protobuf.Timestamp;
import dev.postroad.bench.orders.Channel;
import dev.postroad.bench.orders.OrderLine;
import dev.postroad.bench.orders.OrderPlaced;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** Orders of about 200 bytes: four lines, two labels. */
final class Orders {
    private static final long SEED = 1;
    private static final int TOO_MANY_LINES = 101;

    private Orders() {}

    static List<OrderPlaced> valid() {
        var random = new Random(SEED);
        return Stream.generate(() -> order(random)).limit(Shape.COUNT).toList();
    }

    static List<OrderPlaced> broken() {
        return new Breakages<>(
                        OrderPlaced::toBuilder,
                        OrderPlaced.Builder::build,
                        List.of(
                                order -> order.setOrderId("no-uuid"),
                                order -> order.setEmail("customer@-example.org"),
                                OrderPlaced.Builder::clearPlacedAt,
                                order -> order.setPriority(10),
                                order -> order.setTotalMinor(0).setShippingMinor(1),
                                order -> order.addAllLines(Collections.nCopies(TOO_MANY_LINES, order.getLines(0)))))
                .of(valid());
    }

    private static OrderPlaced order(Random random) {
        var order = OrderPlaced.newBuilder()
                .setOrderId(new UUID(random.nextLong(), random.nextLong()).toString())
                .setEmail("customer.%d@shop-%d.example.org".formatted(random.nextInt(1_000_000), random.nextInt(100)))
                .setPlacedAt(Timestamp.newBuilder().setSeconds(1_700_000_000L + random.nextInt(10_000_000)))
                .setPriority(random.nextInt(10))
                .setShippingMinor(random.nextInt(1000))
                .setTotalMinor(1000 + random.nextInt(100_000))
                .setCurrency("CHF")
                .setChannel(Channel.CHANNEL_WEB)
                .setIsGift(true)
                .setCampaign("winter-%d".formatted(random.nextInt(10)))
                .putLabels("shop", "zurich-%d".formatted(random.nextInt(10)))
                .putLabels("tier", "gold");
        for (var line = 0; line < 4; line++) {
            order.addLines(OrderLine.newBuilder()
                    .setSku("SKU-%05d".formatted(random.nextInt(100_000)))
                    .setPieces(1 + random.nextInt(9))
                    .setUnitPriceMinor(100 + random.nextInt(10_000)));
        }
        return order.build();
    }
}

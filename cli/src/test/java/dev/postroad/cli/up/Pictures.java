package dev.postroad.cli.up;

import dev.postroad.cli.up.UpView.ProcessView;
import dev.postroad.platform.snapshot.BusSnapshot;
import dev.postroad.platform.snapshot.BusSnapshot.GroupView;
import dev.postroad.platform.snapshot.BusSnapshot.Refused;
import dev.postroad.platform.snapshot.BusSnapshot.TopicView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Pictures of a bus, for tests of how they are shown. */
final class Pictures {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private Pictures() {}

    /** A bus on which everything that can be shown is there. */
    static BusSnapshot busy() {
        var refused = new Refused("items", "int32.gt", "must be greater than 0", NOON.minusSeconds(3));
        var broken = new Refused("", "order.total", "the total must be the sum of the lines", NOON.minusSeconds(4));
        return new BusSnapshot(
                NOON,
                List.of(
                        new TopicView("orders.order-billed.v1", 0, 7, 0, Optional.of(broken), List.of()),
                        new TopicView(
                                "orders.order-placed.v1",
                                1_234_567,
                                89,
                                2,
                                Optional.of(refused),
                                List.of(
                                        new GroupView(
                                                "audit",
                                                0,
                                                0,
                                                1_234_567,
                                                0,
                                                0,
                                                OptionalDouble.empty(),
                                                OptionalDouble.empty()),
                                        new GroupView(
                                                "billing",
                                                1_234_560,
                                                3,
                                                7,
                                                1,
                                                2_000,
                                                OptionalDouble.of(1.234),
                                                OptionalDouble.of(45.6)),
                                        new GroupView(
                                                "stats",
                                                12,
                                                0,
                                                0,
                                                12,
                                                0,
                                                OptionalDouble.of(999.4),
                                                OptionalDouble.of(12_345))))));
    }

    /** A bus without topics. */
    static BusSnapshot empty() {
        return new BusSnapshot(NOON, List.of());
    }

    /** All that is shown of a busy bus. */
    static UpView busyView() {
        return new UpView(
                "shop",
                "localhost:9092",
                Duration.ofSeconds(3 * 3_600 + 25 * 60 + 45),
                busy(),
                processes(),
                List.of("./postroad tail orders.order-billed.v1", "less contracts/order_billed.proto"));
    }

    /** Its processes. */
    static List<ProcessView> processes() {
        return List.of(
                new ProcessView("billing", "1,234,560 billed"), new ProcessView("feed", "ended with 1: no data"));
    }
}

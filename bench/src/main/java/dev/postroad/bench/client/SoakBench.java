package dev.postroad.bench.client;

import dev.postroad.bench.orders.OrderPlaced;
import dev.postroad.bench.sample.Shape;
import dev.postroad.client.Bus;
import dev.postroad.client.publish.Publisher;
import dev.postroad.client.retry.Retries;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.client.subscribe.Mode;
import dev.postroad.client.subscribe.SubscriptionOptions;
import dev.postroad.contract.topic.Topic;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Publishes and handles orders at a steady rate for a long time. Each minute it tells the heap that is in use after a
 * collection, how many orders are not handled yet, and the CPU time for each: all three should stay as they are.
 */
public final class SoakBench {
    private static final int TICKS_PER_SECOND = 100;
    private static final double MEBIBYTE = 1 << 20;

    private SoakBench() {}

    /**
     * Runs the soak.
     *
     * @param arguments the number of minutes, and of orders a second
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        var minutes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        var perSecond = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5_000;
        try (var broker = BrokerProcess.start()) {
            Records.createTopic(broker.bootstrap());
            var settings = new BusSettings("soak", broker.bootstrap(), Duration.ZERO);
            try (var bus = Bus.connect(settings)) {
                soak(bus, minutes, perSecond);
            }
        }
    }

    @SuppressWarnings("SystemOut")
    private static void soak(Bus bus, int minutes, int perSecond) throws IOException {
        var handled = new LongAdder();
        bus.subscribe(
                Topic.of(OrderPlaced.class),
                Mode.keyed(16),
                SubscriptionOptions.standard().withRetries(Retries.untilHandled()),
                (order, context) -> handled.increment());
        var publisher = bus.publisher(OrderPlaced.class);
        var orders = Shape.ORDER.valid().stream().map(OrderPlaced.class::cast).toList();
        System.out.printf("%6s %10s %14s %14s%n", "minute", "heap, MiB", "not handled", "CPU ns/order");
        var published = 0L;
        var cpu = cpuNanos();
        for (var minute = 1; minute <= minutes; minute++) {
            var before = published;
            published = minute(publisher, orders, perSecond, published);
            var now = cpuNanos();
            System.out.printf(
                    Locale.ROOT,
                    "%6d %10.1f %,14d %,14d%n",
                    minute,
                    usedHeap() / MEBIBYTE,
                    published - handled.sum(),
                    (now - cpu) / (published - before));
            cpu = now;
        }
    }

    private static long minute(
            Publisher<OrderPlaced> publisher, List<OrderPlaced> orders, int perSecond, long publishedBefore) {
        var published = publishedBefore;
        var next = System.nanoTime();
        for (var tick = 0; tick < 60 * TICKS_PER_SECOND; tick++) {
            for (var number = 0; number < perSecond / TICKS_PER_SECOND; number++) {
                var unused = publisher.publish(orders.get((int) (published++ % orders.size())));
            }
            next += Duration.ofSeconds(1).toNanos() / TICKS_PER_SECOND;
            LockSupport.parkNanos(next - System.nanoTime());
        }
        return published;
    }

    private static long cpuNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toNanos();
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

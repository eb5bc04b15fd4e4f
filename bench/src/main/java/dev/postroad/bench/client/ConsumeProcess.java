package dev.postroad.bench.client;

import dev.postroad.bench.orders.OrderPlaced;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A process that consumes in one way, as a service does: what the compiler learns of one way does not change another.
 * It consumes everything twice, and measures the second time.
 */
final class ConsumeProcess {
    private ConsumeProcess() {}

    /** What the handler does with an order. */
    enum Handling {
        /** Nothing. */
        NOTHING(order -> {}),
        /** It waits, as for a database. */
        A_MILLISECOND(order -> LockSupport.parkNanos(1_000_000));

        private final Consumer<OrderPlaced> handler;

        Handling(Consumer<OrderPlaced> handler) {
            this.handler = handler;
        }
    }

    /** Runs the process, with the flags of this one. */
    static Meter.Cost measure(Way way, String bootstrap, String group, int records, Handling handling)
            throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(List.of(
                        java,
                        "-XX:+UseSerialGC",
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ConsumeProcess.class.getName(),
                        way.name(),
                        bootstrap,
                        group,
                        Integer.toString(records),
                        handling.name()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\\s+");
        if (process.waitFor() != 0) {
            throw new IOException("%s has ended with %d".formatted(way, process.exitValue()));
        }
        return new Meter.Cost(Double.parseDouble(said[0]), Double.parseDouble(said[1]));
    }

    /** The process's own side. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws InterruptedException {
        var way = Way.valueOf(arguments[0]);
        var records = Integer.parseInt(arguments[3]);
        var handler = Handling.valueOf(arguments[4]).handler;
        var unused = way.run(arguments[1], arguments[2] + "-first", new Meter(records), handler);
        var cost = way.run(arguments[1], arguments[2], new Meter(records), handler);
        System.out.printf("%s %s%n", cost.perSecond(), cost.cpuNanos());
        Runtime.getRuntime().halt(0);
    }
}

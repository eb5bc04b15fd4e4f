package dev.postroad.bench.validation;

import java.io.PrintStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Prints what each {@link Way} costs for one message: median and least CPU time of its rounds, bytes, and how many
 * times cheaper than protovalidate it is. The ways take turns, so that a slow minute of the machine slows all of them.
 *
 * <p>Arguments: the number of rounds (24), and the milliseconds of one (100).
 */
public final class ValidationBench {
    private final int rounds;
    private final Duration length;

    ValidationBench(int rounds, Duration length) {
        this.rounds = rounds;
        this.length = length;
    }

    /** The program. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) {
        var rounds = args.length > 0 ? Integer.parseInt(args[0]) : 24;
        var length = Duration.ofMillis(args.length > 1 ? Integer.parseInt(args[1]) : 100);
        var bench = new ValidationBench(rounds, length);
        print(bench.run(Set.of(Way.values())), System.out);
    }

    Map<Way, Rounds> run(Set<Way> ways) {
        var orders = SampleOrders.all();
        var all = new EnumMap<Way, Rounds>(Way.class);
        ways.forEach(way -> all.put(way, new Rounds(way.work(orders))));
        var passes = new EnumMap<Way, Integer>(Way.class);
        // Each compiles while the others are there, as in a program that uses them all.
        for (var turn = 0; turn < 5; turn++) {
            all.values().forEach(each -> each.warmUp(length.toNanos() * 2));
        }
        all.forEach((way, each) -> passes.put(way, each.passesFor(length.toNanos())));
        for (var round = 0; round < rounds; round++) {
            all.forEach((way, each) -> each.round(Objects.requireNonNull(passes.get(way))));
        }
        return all;
    }

    private static void print(Map<Way, Rounds> all, PrintStream out) {
        var protovalidate = Objects.requireNonNull(all.get(Way.PROTOVALIDATE)).median();
        out.printf("Java %s%n", Runtime.version());
        out.printf("%-32s %10s %10s %10s %8s%n", "", "median ns", "least ns", "bytes", "times");
        all.forEach((way, each) -> out.printf(
                "%-32s %10.0f %10.0f %10.0f %8.1f%n",
                way, each.median(), each.least(), each.bytes(), protovalidate / each.median()));
        out.printf(
                "(sum of all results: %d)%n",
                all.values().stream().mapToLong(Rounds::sum).sum());
    }
}

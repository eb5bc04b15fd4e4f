package dev.postroad.bench.validation;

import dev.postroad.bench.sample.Shape;
import java.io.PrintStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Prints what each {@link Way} costs for one message: median and least CPU time of its rounds, bytes, and how many
 * times cheaper than protovalidate it is on the same form of message. The ways take turns, so that a slow minute of the
 * machine slows all of them.
 *
 * <p>Arguments: the number of rounds (24), and the milliseconds of one (50).
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
        var length = Duration.ofMillis(args.length > 1 ? Integer.parseInt(args[1]) : 50);
        var bench = new ValidationBench(rounds, length);
        System.out.printf("Java %s%n", Runtime.version());
        for (var shape : Shape.values()) {
            print("%s, valid".formatted(shape), bench.run(shape, false), System.out);
            print("%s, each with a broken rule".formatted(shape), bench.run(shape, true), System.out);
        }
    }

    Map<Way, Rounds> run(Shape shape, boolean isBroken) {
        var all = new EnumMap<Way, Rounds>(Way.class);
        Case.of(shape, isBroken).forEach(each -> all.put(each.way(), new Rounds(each.work())));
        // Each compiles while the others are there, as in a program that uses them all.
        for (var turn = 0; turn < 5; turn++) {
            all.values().forEach(each -> each.warmUp(length.toNanos() * 4));
        }
        var passes = new EnumMap<Way, Integer>(Way.class);
        all.forEach((way, each) -> passes.put(way, each.passesFor(length.toNanos())));
        for (var round = 0; round < rounds; round++) {
            all.forEach((way, each) -> each.round(Objects.requireNonNull(passes.get(way))));
        }
        return all;
    }

    private static void print(String title, Map<Way, Rounds> all, PrintStream out) {
        out.printf("%n%-32s %10s %10s %10s %8s%n", title, "median ns", "least ns", "bytes", "times");
        all.forEach((way, each) -> {
            var mark = Objects.requireNonNull(all.get(way.mark())).median();
            out.printf(
                    "%-32s %10.0f %10.0f %10.0f %8.1f%n",
                    way, each.median(), each.least(), each.bytes(), mark / each.median());
        });
        out.printf(
                "(sum of all results: %d)%n",
                all.values().stream().mapToLong(Rounds::sum).sum());
    }
}

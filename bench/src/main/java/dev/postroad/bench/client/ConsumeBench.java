package dev.postroad.bench.client;

import dev.postroad.bench.client.ConsumeProcess.Handling;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.IntSupplier;

/** Consumes the same records in several ways, in turn, each time in a process of its own. */
public final class ConsumeBench {
    private ConsumeBench() {}

    /**
     * Runs a benchmark.
     *
     * @param arguments {@code subscribe}, {@code keyed}, {@code zipf} or {@code dispatch}, the number of records, and
     *     that of rounds
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        var name = arguments[0];
        var records =
                arguments.length > 1 ? Integer.parseInt(arguments[1]) : name.equals("subscribe") ? 300_000 : 40_000;
        var rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        switch (name) {
            case "subscribe" ->
                run(
                        records,
                        rounds,
                        Records.uniform(),
                        Handling.NOTHING,
                        arguments.length > 3
                                ? List.of(Way.valueOf(arguments[3].toUpperCase(Locale.ROOT)))
                                : List.of(Way.RAW, Way.ORDERED, Way.BATCH, Way.SPRING_RECORD, Way.SPRING_BATCH));
            case "keyed" ->
                run(
                        records,
                        rounds,
                        Records.uniform(),
                        Handling.A_MILLISECOND,
                        List.of(Way.PARALLEL_CONSUMER, Way.KEYED));
            case "zipf" ->
                run(records, rounds, Records.zipf(), Handling.A_MILLISECOND, List.of(Way.PARALLEL_CONSUMER, Way.KEYED));
            case "dispatch" ->
                run(records, rounds, Records.uniform(), Handling.NOTHING, List.of(Way.PARALLEL_CONSUMER, Way.KEYED));
            default -> throw new IllegalArgumentException("there is no benchmark " + name);
        }
    }

    private static void run(int records, int rounds, IntSupplier keys, Handling handling, List<Way> ways)
            throws IOException, InterruptedException, ExecutionException {
        Map<Way, List<Meter.Cost>> costs = new EnumMap<>(Way.class);
        try (var broker = BrokerProcess.start()) {
            Records.createTopic(broker.bootstrap());
            Records.write(broker.bootstrap(), records, keys);
            for (var round = 1; round <= rounds; round++) {
                for (var way : ways) {
                    var group = "%s-%d"
                            .formatted(way.name().toLowerCase(Locale.ROOT).replace('_', '-'), round);
                    costs.computeIfAbsent(way, unused -> new ArrayList<>())
                            .add(ConsumeProcess.measure(way, broker.bootstrap(), group, records, handling));
                }
            }
        }
        CostTable.print(ways, costs);
    }
}

package dev.postroad.bench.client;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The medians of several ways, and their ratios to the first. */
final class CostTable {
    private CostTable() {}

    @SuppressWarnings("SystemOut")
    static <W extends Enum<W>> void print(List<W> ways, Map<W, List<Meter.Cost>> costs) {
        System.out.printf("%-20s %12s %8s %14s %8s %8s%n", "", "records/s", "ratio", "CPU ns/record", "ratio", "more");
        var first = costs.getOrDefault(ways.get(0), List.of());
        for (var way : ways) {
            var perSecond = median(costs.getOrDefault(way, List.of()), Meter.Cost::perSecond);
            var cpu = median(costs.getOrDefault(way, List.of()), Meter.Cost::cpuNanos);
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %,12.0f %8.2f %,14.0f %8.2f %8.0f%n",
                    way.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    perSecond,
                    perSecond / median(first, Meter.Cost::perSecond),
                    cpu,
                    cpu / median(first, Meter.Cost::cpuNanos),
                    cpu - median(first, Meter.Cost::cpuNanos));
        }
    }

    private static double median(List<Meter.Cost> costs, ToDoubleFunction<Meter.Cost> figure) {
        return costs.stream().mapToDouble(figure).sorted().toArray()[costs.size() / 2];
    }
}

package dev.postroad.bench.check;

import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import dev.postroad.bench.bus.SyntheticBus;
import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.proto.Protoc;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Checks a large bus against what it was before, in fresh JVMs, and prints what that costs.
 *
 * <p>Arguments: the folder to work in, the number of contracts (1,000) and of runs (7).
 */
public final class CheckBench {
    private static final long SEED = 1;

    private final Path folder;
    private final int contracts;
    private final PrintStream out;

    CheckBench(Path folder, int contracts, PrintStream out) {
        this.folder = folder;
        this.contracts = contracts;
        this.out = out;
    }

    /** The program. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws IOException, InterruptedException {
        var contracts = args.length > 1 ? Integer.parseInt(args[1]) : 1000;
        var runs = args.length > 2 ? Integer.parseInt(args[2]) : 7;
        new CheckBench(Path.of(args[0]), contracts, System.out).run(runs);
    }

    void run(int runs) throws IOException, InterruptedException {
        var work = Files.createTempDirectory(Files.createDirectories(folder), "check");
        var before = work.resolve("before");
        var after = work.resolve("after");
        var bus = SyntheticBus.of(SEED, contracts);
        bus.write(before);
        bus.mutate(SEED).write(after);
        var set = descriptorSet(before, work.resolve("before.binpb"));
        var process = new CheckProcess(work);
        table("check", process, runs, check(after));
        table("check --against a folder", process, runs, check(after, "--against", before.toString()));
        table("check --against a descriptor set", process, runs, check(after, "--against", set.toString()));
        profile(process, work.resolve("check.jfr"), check(after, "--against", set.toString()));
    }

    private static List<String> check(Path bus, String... arguments) {
        return Stream.concat(Stream.of("check", "--bus", bus.toString()), Stream.of(arguments))
                .toList();
    }

    /** What protoc would write for the contracts of a bus, with source information and without standard imports. */
    private static Path descriptorSet(Path bus, Path file) throws IOException {
        var set = FileDescriptorSet.newBuilder();
        BusRepository.load(bus, Protoc.installed())
                .files()
                .forEach(source -> set.addFile(source.descriptor().toProto()));
        return Files.write(file, set.build().toByteArray());
    }

    private void table(String name, CheckProcess process, int runs, List<String> arguments)
            throws IOException, InterruptedException {
        process.prepare(arguments);
        out.printf("%n%s, %d contracts, exit code, wall ms, CPU ms, peak MB%n", name, contracts);
        var costs = new ArrayList<Cost>();
        for (var i = 0; i < runs; i++) {
            var cost = process.run(arguments);
            costs.add(cost);
            out.printf(
                    "  %d %6d %6d %6d%n",
                    cost.exitCode(), cost.wall().toMillis(), cost.cpu().toMillis(), cost.peakKilobytes() / 1024);
        }
        out.printf(
                "  median %d ms wall, %d ms CPU, fastest %d ms%n",
                median(costs.stream().map(cost -> cost.wall().toMillis()).toList()),
                median(costs.stream().map(cost -> cost.cpu().toMillis()).toList()),
                costs.stream().mapToLong(cost -> cost.wall().toMillis()).min().orElse(0));
        try (var lines = Files.lines(process.output())) {
            lines.limit(3).forEach(line -> out.println("  > " + line));
        }
    }

    private void profile(CheckProcess process, Path recording, List<String> arguments)
            throws IOException, InterruptedException {
        process.profile(recording, arguments);
        var samples = Samples.of(recording);
        print("samples by package, of " + samples.count(), samples.byPackage());
        print("samples by method of Postroad", samples.byMethod());
        print("samples by method", samples.byTop());
    }

    private void print(String title, Map<String, Long> counts) {
        out.printf("%n%s%n", title);
        counts.forEach((name, count) -> out.printf("  %5d  %s%n", count, name));
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}

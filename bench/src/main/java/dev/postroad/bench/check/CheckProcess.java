package dev.postroad.bench.check;

import dev.postroad.compiler.proto.Protoc;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code postroad check} in a JVM of its own, with the flags that the launcher gives it. */
final class CheckProcess {
    private static final String MAIN = "dev.postroad.cli.Main";

    private final Path work;
    private final Path archive;

    /** A process that leaves its files in a folder. */
    CheckProcess(Path work) {
        this.work = work;
        this.archive = work.resolve("check.jsa");
    }

    /** Lets one run write the class-data archive that later runs start from. */
    void prepare(List<String> arguments) throws IOException, InterruptedException {
        start(List.of("-XX:ArchiveClassesAtExit=" + archive), arguments);
    }

    /** One run; what the command prints goes to {@link #output}. */
    Cost run(List<String> arguments) throws IOException, InterruptedException {
        var flags = Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive) : List.<String>of();
        return start(flags, arguments);
    }

    /** One run, with a recording of where the time goes in a given file. */
    Cost profile(Path recording, List<String> arguments) throws IOException, InterruptedException {
        return start(List.of("-XX:StartFlightRecording=settings=profile,filename=" + recording), arguments);
    }

    /** What the last run printed. */
    Path output() {
        return work.resolve("output.txt");
    }

    private Cost start(List<String> flags, List<String> arguments) throws IOException, InterruptedException {
        var figures = work.resolve("figures.txt");
        var command = Stream.of(
                        launcher(), flags, List.of(Measured.class.getName(), figures.toString(), MAIN), arguments)
                .flatMap(List::stream)
                .toList();
        var begin = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start();
        var exitCode = process.waitFor();
        var wall = Duration.ofNanos(System.nanoTime() - begin);
        var told = Files.readString(figures).split(" ");
        return new Cost(exitCode, wall, Duration.ofNanos(Long.parseLong(told[0])), Long.parseLong(told[1]));
    }

    private static List<String> launcher() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                jars(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-Xlog:cds*=off:stderr",
                "-D" + Protoc.PROPERTY + "=" + Objects.requireNonNull(System.getProperty(Protoc.PROPERTY))));
        if (Runtime.version().feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED");
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        return command;
    }

    /** A class-data archive takes jars only. */
    private static String jars() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}

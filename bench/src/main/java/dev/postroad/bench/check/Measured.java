package dev.postroad.bench.check;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Runs a main class to its end, and writes what the process cost into a file. It is what a measured JVM starts; its
 * arguments are that file, the main class and the main class's arguments.
 */
final class Measured {
    private static final String PEAK = "VmHWM:";

    private Measured() {}

    /** Starts the main class; it may end the process. */
    public static void main(String[] args) throws ReflectiveOperationException {
        var file = Path.of(args[0]);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> write(file)));
        var main = Class.forName(args[1]).getMethod("main", String[].class);
        main.invoke(null, (Object) Arrays.copyOfRange(args, 2, args.length));
    }

    private static void write(Path file) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        try (var out = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
            out.printf("%d %d", system.getProcessCpuTime(), peakKilobytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static long peakKilobytes() throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(PEAK))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }
}

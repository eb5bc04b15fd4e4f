package dev.postroad.cli.up;

import dev.postroad.compiler.bus.DemoProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The demo processes of a bus. Used by one thread, but for the readers of what they print.
 *
 * <p>Each process is noted in a file, so that a later {@code up} can end those of one that was killed.
 */
final class Processes implements AutoCloseable {
    private static final Duration END_WITHIN = Duration.ofSeconds(3);

    /** Linux counts a process's start from that of the machine, which another JVM may see a second earlier or later. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final Path folder;
    private final DataDirectory data;
    private final Map<String, String> environment;
    private final List<Running> running = new ArrayList<>();

    Processes(Path folder, DataDirectory data, Map<String, String> environment) {
        this.folder = folder;
        this.data = data;
        this.environment = environment;
    }

    /** A process that was started. */
    static final class Running {
        private final DemoProcess declared;
        private final Process process;
        private volatile String lastLine = "";

        private Running(DemoProcess declared, Process process) {
            this.declared = declared;
            this.process = process;
        }

        DemoProcess declared() {
            return declared;
        }

        /** What it printed last: its visible result. */
        String lastLine() {
            return lastLine;
        }

        /** How it ended; empty while it runs. */
        Optional<Integer> exitCode() {
            return process.isAlive() ? Optional.empty() : Optional.of(process.exitValue());
        }
    }

    List<Running> running() {
        return List.copyOf(running);
    }

    /**
     * Starts a process in the bus's folder.
     *
     * @throws UpException if its program cannot be run
     */
    Running start(DemoProcess declared, boolean once) {
        var command = Stream.concat(declared.command().stream(), once ? declared.onceArguments().stream() : Stream.of())
                .map(Processes::expand)
                .toList();
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(log(declared, "err").toFile());
        builder.environment().putAll(environment);
        try {
            var started = new Running(declared, builder.start());
            // From here on it is ended with the others, even if it cannot be noted.
            running.add(started);
            note(started.process);
            read(started);
            return started;
        } catch (IOException e) {
            throw new UpException(
                    "demo process '%s' cannot be started: %s".formatted(declared.name(), e.getMessage()), e);
        }
    }

    private static String expand(String argument) {
        return argument.replace(
                "${java}", ProcessHandle.current().info().command().orElse("java"));
    }

    private Path log(DemoProcess declared, String kind) {
        return data.logs().resolve(declared.name() + '.' + kind);
    }

    /**
     * The last line that a process wrote to its standard error, but for the places of a stack trace and for what a JVM
     * has to say about libraries.
     */
    Optional<String> lastError(Running process) {
        try (var lines = reader(Files.newInputStream(log(process.declared(), "err")))) {
            return lines.lines()
                    .filter(line ->
                            !line.isBlank() && !Character.isWhitespace(line.charAt(0)) && !line.startsWith("WARNING: "))
                    .reduce((first, second) -> second);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void read(Running started) {
        var thread = new Thread(
                () -> {
                    try (var lines = reader(started.process.getInputStream());
                            var log = Files.newBufferedWriter(log(started.declared, "out"))) {
                        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                            started.lastLine = line;
                            log.write(line);
                            log.newLine();
                            log.flush();
                        }
                    } catch (IOException e) {
                        started.lastLine = "its output cannot be read: " + e.getMessage();
                    }
                },
                "postroad-out-" + started.declared.name());
        thread.setDaemon(true);
        thread.start();
    }

    /** Reads UTF-8; what is none is replaced, since a process may print what it likes. */
    private static BufferedReader reader(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    private void note(Process process) throws IOException {
        var start = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        Files.writeString(
                data.processes(),
                "%d %d%n".formatted(process.pid(), start),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** Ends the processes of an earlier {@code up} that was killed; returns how many there were. */
    static int endLeftovers(DataDirectory data) throws IOException {
        if (!Files.exists(data.processes())) {
            return 0;
        }
        var ended = 0;
        for (var line : Files.readAllLines(data.processes())) {
            var leftover = leftover(line);
            if (leftover.isPresent()) {
                var unused = leftover.get().destroyForcibly();
                ended++;
            }
        }
        Files.delete(data.processes());
        return ended;
    }

    private static Optional<ProcessHandle> leftover(String line) {
        var numbers = line.split(" ", 2);
        if (numbers.length < 2 || !numbers[0].matches("\\d{1,18}") || !numbers[1].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        // A process of the same number that began at another time is somebody else's.
        var start = Instant.ofEpochMilli(Long.parseLong(numbers[1]));
        return ProcessHandle.of(Long.parseLong(numbers[0]))
                .filter(process -> process.info()
                        .startInstant()
                        .filter(found -> isNear(found, start))
                        .isPresent());
    }

    private static boolean isNear(Instant start, Instant noted) {
        return Duration.between(start, noted).abs().compareTo(TOLERANCE) < 0;
    }

    /** Asks every process to end, waits for three seconds, and kills those that are still there. */
    @Override
    public void close() {
        running.forEach(started -> end(started.process));
        var deadline = System.nanoTime() + END_WITHIN.toNanos();
        try {
            for (var started : running) {
                var left = Math.max(0, deadline - System.nanoTime());
                if (!started.process.waitFor(left, TimeUnit.NANOSECONDS)) {
                    started.process.destroyForcibly();
                }
            }
            Files.deleteIfExists(data.processes());
        } catch (InterruptedException e) {
            running.forEach(started -> started.process.destroyForcibly());
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UpException("%s cannot be deleted: %s".formatted(data.processes(), e.getMessage()), e);
        }
    }

    private static void end(Process process) {
        process.destroy();
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // Its end of the pipe is gone, so the process has ended already.
            process.destroyForcibly();
        }
    }
}

package dev.postroad.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postroad.cli.Main;
import dev.postroad.cli.bus.Endpoint;
import dev.postroad.compiler.proto.Protoc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code postroad up} as a process of its own. */
final class UpProcess implements AutoCloseable {
    private static final Duration BEGIN_WITHIN = Duration.ofSeconds(60);

    private final Path bus;
    private final Path out;
    private final Path err;
    private final Process process;

    private UpProcess(Path bus, Path out, Path err, Process process) {
        this.bus = bus;
        this.out = out;
        this.err = err;
        this.process = process;
    }

    /** Starts it for a bus, on any free port. */
    static UpProcess start(Path bus, String... options) throws IOException {
        var out = Files.createTempFile(bus, "up", ".out");
        var err = Files.createTempFile(bus, "up", ".err");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-D%s=%s".formatted(Protoc.PROPERTY, System.getProperty(Protoc.PROPERTY)),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "up",
                bus.toString(),
                "--port",
                "0"));
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new UpProcess(bus, out, err, process);
    }

    /** Waits until its demo processes are running; returns their numbers. */
    List<Long> awaitUp(int demoProcesses) {
        var data = new DataDirectory(bus.resolve(".postroad"));
        await().atMost(BEGIN_WITHIN).untilAsserted(() -> {
            assertThat(process.isAlive()).as(err()).isTrue();
            assertThat(Endpoint.running(data.path()).map(Endpoint::pid)).hasValue(process.pid());
            assertThat(data.processes()).exists();
            assertThat(noted(data)).hasSize(demoProcesses);
            assertThat(out()).contains("Postroad   bus ");
        });
        return noted(data);
    }

    private static List<Long> noted(DataDirectory data) {
        return text(data.processes())
                .lines()
                .map(line -> Long.valueOf(line.split(" ")[0]))
                .toList();
    }

    /** Waits for its end; returns its exit code. */
    int exitCode() {
        assertThat(process.onExit()).as(err()).succeedsWithin(Duration.ofSeconds(90));
        return process.exitValue();
    }

    /** Sends SIGTERM. */
    void askToEnd() {
        process.destroy();
    }

    /** Sends SIGKILL; returns when it is gone. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    String out() {
        return text(out);
    }

    /** What it told of its progress; a JVM may have something to say as well. */
    List<String> progress() {
        return err().lines()
                .filter(line -> line.startsWith("postroad: "))
                .map(line -> line.replace("postroad: ", ""))
                .toList();
    }

    String err() {
        return text(err);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it so that nothing of it is left. */
    @Override
    public void close() {
        askToEnd();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        kill();
    }
}

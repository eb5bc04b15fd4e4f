package dev.postroad.broker.cluster;

import dev.postroad.broker.embedded.BrokerStartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One life of a node, from its start until it is killed. */
final class NodeProcess {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final long LOOK_EVERY_MILLIS = 50;
    private static final int TOLD_LINES = 12;

    private final NodePlace place;
    private final Process process;

    private NodeProcess(NodePlace place, Process process) {
        this.place = place;
        this.process = process;
    }

    /** Returns at once; {@link #awaitReady} waits. */
    static NodeProcess launch(NodePlace place) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ClusterNode.class.getName()));
        command.addAll(place.words());
        try {
            Files.deleteIfExists(place.ready());
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(place.log().toFile()))
                    .start();
            return new NodeProcess(place, process);
        } catch (IOException refused) {
            throw new BrokerStartException(
                    "node %d cannot be started (%s); %s must be a Java with its bin/java, and %s be writable"
                            .formatted(
                                    place.member().node(),
                                    refused.getMessage(),
                                    System.getProperty("java.home"),
                                    place.folder()),
                    refused);
        }
    }

    /** Returns when the node serves; it has two minutes. */
    void awaitReady() {
        var end = System.nanoTime() + START_LIMIT.toNanos();
        try {
            while (!Files.exists(place.ready())) {
                if (process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw refused("ended with status " + process.exitValue());
                }
                if (System.nanoTime() > end) {
                    throw refused("did not serve within %d s; are more than half of the nodes running?"
                            .formatted(START_LIMIT.toSeconds()));
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BrokerStartException(
                    "interrupted while node %d started".formatted(place.member().node()), stopped);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Returns when the process is gone. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Sends a signal by the name that {@code kill} has for it. */
    void signal(String name) {
        try {
            var status = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .onExit()
                    .join()
                    .exitValue();
            if (status != 0) {
                throw new IllegalStateException("node %d is not running; restart it"
                        .formatted(place.member().node()));
            }
        } catch (IOException none) {
            throw new UnsupportedOperationException(
                    "a process can be suspended only where there is the command kill; kill the node instead", none);
        }
    }

    private BrokerStartException refused(String what) {
        return new BrokerStartException(
                "node %d %s; it has logged:%n%s".formatted(place.member().node(), what, lastLines()), null);
    }

    private String lastLines() {
        try (var lines = Files.lines(place.log(), StandardCharsets.UTF_8)) {
            var all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - TOLD_LINES), all.size()));
        } catch (IOException | UncheckedIOException unreadable) {
            return "(%s)".formatted(unreadable);
        }
    }
}

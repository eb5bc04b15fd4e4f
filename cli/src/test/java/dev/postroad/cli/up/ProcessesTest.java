package dev.postroad.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.postroad.compiler.bus.DemoProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {
    private final Path folder;
    private final DataDirectory data;
    private final Processes processes;

    ProcessesTest(@TempDir Path folder) {
        this.folder = folder;
        data = new DataDirectory(folder.resolve(".postroad"));
        processes = new Processes(folder, data, Map.of("POSTROAD_BOOTSTRAP", "localhost:1"));
    }

    @BeforeEach
    void prepare() {
        data.prepare();
    }

    @AfterEach
    void end() {
        processes.close();
    }

    @Test
    void tellTheLastLineAndKeepAllOfThem() {
        var started = start("echo one; echo two; exec cat");

        await().untilAsserted(() -> assertThat(started.lastLine()).isEqualTo("two"));
        assertThat(data.logs().resolve("demo.out")).hasContent("one\ntwo\n");
        assertThat(started.exitCode()).isEmpty();
    }

    @Test
    void runInTheFolderOfTheBusAndKnowTheBroker() {
        var started = start("echo \"$(pwd) $POSTROAD_BOOTSTRAP\"; exec cat");

        await().untilAsserted(() -> assertThat(started.lastLine()).isEqualTo(folder + " localhost:1"));
    }

    @Test
    void areGivenTheArgumentsForOnceOnlyThen() {
        var declared = new DemoProcess(
                "demo", Optional.empty(), List.of("sh", "-c", "echo \"[$*]\"", "demo", "always"), List.of("--once"));

        var once = processes.start(declared, true);
        await().untilAsserted(() -> assertThat(once.lastLine()).isEqualTo("[always --once]"));

        var many = processes.start(declared, false);
        await().untilAsserted(() -> assertThat(many.lastLine()).isEqualTo("[always]"));
        assertThat(processes.running()).containsExactly(once, many);
    }

    @Test
    void runTheJavaOfThisProcess() {
        var declared = new DemoProcess("demo", Optional.empty(), List.of("${java}", "--version"), List.of());

        var started = processes.start(declared, false);

        await().untilAsserted(() -> assertThat(started.exitCode()).hasValue(0));
        assertThat(data.logs().resolve("demo.out"))
                .content()
                .contains(Runtime.version().toString());
    }

    @Test
    void tellHowAProcessEndedAndWhy() {
        var started = start("""
                printf 'Exception in thread "main" java.lang.IllegalStateException: \\377\\n' >&2
                printf 'Caused by: no data\\n\\tat Feed.main(Feed.java:7)\\n\\n' >&2
                echo 'WARNING: a method has been called' >&2
                exit 3
                """);

        await().untilAsserted(() -> assertThat(started.exitCode()).hasValue(3));
        assertThat(processes.lastError(started)).hasValue("Caused by: no data");
    }

    @Test
    void haveNoErrorWhereNothingWasSaid() {
        var started = start("exit 1");

        await().untilAsserted(() -> assertThat(started.exitCode()).hasValue(1));
        assertThat(processes.lastError(started)).isEmpty();
    }

    @Test
    void sayThatAProgramCannotBeRun() {
        var declared = new DemoProcess("feed", Optional.empty(), List.of("./no-such-program"), List.of());

        assertThatThrownBy(() -> processes.start(declared, false))
                .isInstanceOf(UpException.class)
                .hasMessageStartingWith("demo process 'feed' cannot be started: ")
                .hasMessageContaining("./no-such-program");
    }

    @Test
    void endEvenWhenTheyCouldNotBeNoted() throws IOException {
        Files.createDirectory(data.processes());

        assertThatThrownBy(() -> start("exec sleep 600")).isInstanceOf(UpException.class);
        processes.close();

        assertThat(processes.running())
                .singleElement()
                .satisfies(started -> await().untilAsserted(
                                () -> assertThat(started.exitCode()).isPresent()));
    }

    @Test
    void endWhenTheyAreClosed() {
        start("exec cat");
        start("exec sleep 600");
        var pids = noted();

        processes.close();

        assertThat(pids).hasSize(2).noneMatch(ProcessesTest::isAlive);
        assertThat(data.processes()).doesNotExist();
    }

    @Test
    void areKilledWhenTheyDoNotEnd() {
        var started = start("trap '' TERM; echo ready; while true; do sleep 1; done");
        await().until(() -> started.lastLine().equals("ready"));
        var pid = noted().get(0);
        var begin = Instant.now();

        processes.close();

        await().untilAsserted(() -> assertThat(isAlive(pid)).isFalse());
        assertThat(Duration.between(begin, Instant.now())).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(5));
    }

    @Test
    void areEndedByTheNextUpWhenTheirOwnWasKilled() throws IOException {
        start("exec sleep 600");
        start("exec sleep 600");
        var pids = noted();

        var ended = Processes.endLeftovers(data);

        assertThat(ended).isEqualTo(2);
        await().untilAsserted(() -> assertThat(pids).noneMatch(ProcessesTest::isAlive));
        assertThat(data.processes()).doesNotExist();
        assertThat(Processes.endLeftovers(data)).isZero();
    }

    @Test
    void areNotTakenForAStrangerWithTheSameNumber() throws IOException {
        var stranger = new ProcessBuilder("sleep", "600").start();
        var start = stranger.info().startInstant().orElseThrow();
        Files.writeString(data.processes(), """
                %1$d %2$d
                %1$d
                %1$d then

                99999999999999999999 0
                """.formatted(
                        stranger.pid(), start.minusSeconds(60).toEpochMilli()));

        var ended = Processes.endLeftovers(data);

        assertThat(ended).isZero();
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
    }

    private Processes.Running start(String script) {
        var declared = new DemoProcess("demo", Optional.empty(), List.of("sh", "-c", script), List.of());
        return processes.start(declared, false);
    }

    private List<Long> noted() {
        try (Stream<String> lines = Files.lines(data.processes())) {
            return lines.map(line -> Long.valueOf(line.split(" ")[0])).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
}

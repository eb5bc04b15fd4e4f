package dev.postroad.cli.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    @TempDir
    private Path folder;

    @Test
    void isFoundWhereItWasWritten() throws IOException {
        var endpoint = Endpoint.ofThisProcess("localhost:9092");

        endpoint.write(folder);

        assertThat(Endpoint.running(folder)).hasValue(endpoint);
        assertThat(folder).isDirectoryContaining("glob:**/endpoint.json");
    }

    @Test
    void replacesAnEarlierOne() throws IOException {
        new Endpoint("localhost:1", 1, Instant.EPOCH).write(folder);
        var endpoint = Endpoint.ofThisProcess("localhost:2");

        endpoint.write(folder);

        assertThat(Endpoint.running(folder)).hasValue(endpoint);
    }

    @Test
    void isGoneWhenItIsDeleted() throws IOException {
        Endpoint.ofThisProcess("localhost:9092").write(folder);

        Endpoint.delete(folder);
        Endpoint.delete(folder);

        assertThat(Endpoint.running(folder)).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void isNotThatOfAProcessThatHasEnded() throws IOException {
        var process = new ProcessBuilder("true").start();
        var started = process.info().startInstant().orElse(Instant.now());
        process.onExit().join();

        new Endpoint("localhost:9092", process.pid(), started).write(folder);

        assertThat(Endpoint.running(folder)).isEmpty();
    }

    @Test
    void isNotThatOfAnotherProcessWithTheSameNumber() throws IOException {
        var mine = Endpoint.ofThisProcess("localhost:9092");

        new Endpoint(mine.bootstrap(), mine.pid(), mine.started().minus(Duration.ofMinutes(1))).write(folder);

        assertThat(Endpoint.running(folder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "[]",
                "{}",
                "{\"bootstrap\": \"localhost:9092\", \"pid\": 1",
                "{\"bootstrap\": \"localhost:9092\", \"pid\": 1}",
                "{\"bootstrap\": \"localhost:9092\", \"pid\": \"one\", \"started\": \"2026-11-23T12:00:00Z\"}",
                "{\"bootstrap\": \"localhost:9092\", \"pid\": 1, \"started\": \"yesterday\"}",
                "{\"bootstrap\": null, \"pid\": 1, \"started\": \"2026-11-23T12:00:00Z\"}",
                "{\"bootstrap\": {}, \"pid\": 1, \"started\": \"2026-11-23T12:00:00Z\"}",
            })
    void saysWhatToDoWithAFileThatCannotBeRead(String text) throws IOException {
        Files.writeString(folder.resolve("endpoint.json"), text);

        assertThatThrownBy(() -> Endpoint.running(folder))
                .isInstanceOf(NoBusException.class)
                .hasMessageStartingWith(folder.resolve("endpoint.json") + " cannot be read (")
                .hasMessageEndingWith("); delete it, and start 'postroad up' again");
    }
}

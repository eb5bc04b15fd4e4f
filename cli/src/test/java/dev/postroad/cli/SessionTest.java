package dev.postroad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.broker.junit.BrokerExtension;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks {@code src/test/resources/sessions}: each file is a {@link Session}. */
@ExtendWith(BrokerExtension.class)
class SessionTest {
    @TempDir
    private Path folder;

    static List<Arguments> sessions() throws IOException {
        try (var files = Files.list(Path.of("src/test/resources/sessions"))) {
            return files.sorted()
                    .<Arguments>map(file ->
                            Arguments.argumentSet(file.getFileName().toString().replace(".session", ""), file))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void goesAsWritten(Path file, EmbeddedBroker broker) throws IOException {
        var session = Session.parse(Files.readString(file)
                .replace("{bus}", folder.toString())
                .replace("{broker}", broker.bootstrapServers())
                .replace("{taken}", broker.bootstrapServers().replace("localhost:", ""))
                .replace("{closed}", closedPort()));
        session.write(folder);

        for (var step : session.steps()) {
            var run = CommandRun.withInput(step.input(), step.arguments().toArray(String[]::new));

            assertThat(trimmed(run.err())).as("stderr of: %s", step).matches(Session.pattern(step.err()));
            assertThat(trimmed(run.out())).as("stdout of: %s", step).matches(Session.pattern(step.out()));
            assertThat(run.exitCode()).as("exit code of: %s", step).isEqualTo(step.exitCode());
            assertThat(run.took()).as("time of: %s", step).isLessThan(Duration.ofSeconds(10));
        }
    }

    private static String trimmed(String printed) {
        return printed.lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .stripTrailing();
    }

    private static String closedPort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return "localhost:" + free.getLocalPort();
        }
    }
}

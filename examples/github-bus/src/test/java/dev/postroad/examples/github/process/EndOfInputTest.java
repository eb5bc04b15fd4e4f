package dev.postroad.examples.github.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class EndOfInputTest {
    @Test
    void runsTheActionWhenTheInputEndsAndNotBefore() throws IOException {
        var stop = new Stop();
        try (var writer = new PipedOutputStream()) {
            EndOfInput.then(new PipedInputStream(writer), stop::request);
            writer.write(42);
            assertThat(stop.isRequested()).isFalse();
        }

        assertThat(stop.requestedWithin(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void runsTheActionWhenTheInputCannotBeRead() throws IOException {
        var stop = new Stop();
        var broken = new PipedInputStream();
        broken.close();

        EndOfInput.then(broken, stop::request);

        assertThat(stop.requestedWithin(Duration.ofSeconds(10))).isTrue();
    }
}

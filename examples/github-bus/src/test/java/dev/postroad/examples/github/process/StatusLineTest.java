package dev.postroad.examples.github.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class StatusLineTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final AtomicReference<String> result = new AtomicReference<>("first");

    @Test
    void printsAResultOnce() {
        var line = new StatusLine(new PrintStream(printed, false, UTF_8), result::get);

        line.printIfChanged();
        line.printIfChanged();
        result.set("second");
        line.printIfChanged();

        assertThat(printed.toString(UTF_8).lines()).containsExactly("first", "second");
    }

    @Test
    void printsTheLastResultWhenTheWorkIsDone() {
        StatusLine.during(() -> result.set("last"), new PrintStream(printed, false, UTF_8), result::get);

        assertThat(printed.toString(UTF_8).lines()).endsWith("last");
    }
}

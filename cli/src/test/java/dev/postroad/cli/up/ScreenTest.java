package dev.postroad.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.cli.output.Console;
import dev.postroad.cli.output.Console.Size;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final StringWriter out = new StringWriter();

    @Test
    void leavesAloneWhatFits() {
        assertThat(Screen.fitting(List.of("abcd", "efgh"), new Size(3, 4))).containsExactly("abcd", "efgh");
    }

    @Test
    void cutsLinesThatWouldWrap() {
        assertThat(Screen.fitting(List.of("abcde", "f"), new Size(10, 4))).containsExactly("abc…", "f");
    }

    @Test
    void saysHowManyLinesAreHidden() {
        assertThat(Screen.fitting(List.of("a", "b", "c", "d"), new Size(4, 80)))
                .containsExactly("a", "b", "… 2 lines more in a higher window");
    }

    @Test
    void showsTwoLinesInTheSmallestWindow() {
        assertThat(Screen.fitting(List.of("a", "b", "c"), new Size(1, 80)))
                .containsExactly("a", "… 2 lines more in a higher window");
    }

    @Test
    void redrawsInPlaceOnATerminal() {
        var screen = screen(Optional.of(new Size(24, 80)));

        screen.draw(List.of("one"), NOON);
        screen.draw(List.of("two"), NOON.plusSeconds(1));

        assertThat(out).hasToString("\033[2J\033[Hone\033[K\n\033[J" + "\033[Htwo\033[K\n\033[J");
    }

    @Test
    void printsNowAndThenElsewhere() {
        var screen = screen(Optional.empty());

        for (var second = 0; second <= 25; second++) {
            screen.draw(List.of("at " + second), NOON.plus(Duration.ofSeconds(second)));
        }

        assertThat(out.toString().lines()).containsExactly("at 0", "", "at 10", "", "at 20", "");
    }

    private Screen screen(Optional<Size> terminal) {
        var in = new BufferedReader(new StringReader(""));
        return new Screen(new Console(in, new PrintWriter(out, true), new PrintWriter(out, true), terminal));
    }
}

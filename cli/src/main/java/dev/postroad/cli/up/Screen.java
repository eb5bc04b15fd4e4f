package dev.postroad.cli.up;

import dev.postroad.cli.output.Console;
import dev.postroad.cli.output.Console.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Where the live table is drawn: in place on a terminal, now and then elsewhere. */
final class Screen {
    private static final Duration ELSEWHERE_EVERY = Duration.ofSeconds(10);
    private static final String HOME = "\033[H";
    private static final String CLEAR = "\033[2J";
    private static final String CLEAR_LINE = "\033[K";
    private static final String CLEAR_BELOW = "\033[J";

    private final Console console;
    private Instant lastDrawn = Instant.MIN;

    Screen(Console console) {
        this.console = console;
    }

    /** Draws, unless it is too early for a place that cannot be redrawn. */
    void draw(List<String> lines, Instant now) {
        if (console.terminal().isPresent()) {
            redraw(fitting(lines, console.terminal().get()));
        } else if (lastDrawn.equals(Instant.MIN)
                || Duration.between(lastDrawn, now).compareTo(ELSEWHERE_EVERY) >= 0) {
            print(lines);
        } else {
            return;
        }
        lastDrawn = now;
    }

    private void redraw(List<String> lines) {
        var first = lastDrawn.equals(Instant.MIN) ? CLEAR : "";
        console.out().print(first + HOME + String.join(CLEAR_LINE + "\n", lines) + CLEAR_LINE + "\n" + CLEAR_BELOW);
        console.out().flush();
    }

    /** A line that wraps, or one below the window, would move everything at the next drawing. */
    static List<String> fitting(List<String> lines, Size size) {
        var room = Math.max(2, size.lines() - 1);
        var cut = lines.stream()
                .map(line -> line.length() <= size.columns() ? line : line.substring(0, size.columns() - 1) + "…");
        if (lines.size() <= room) {
            return cut.toList();
        }
        var hidden = lines.size() - room + 1;
        return Stream.concat(cut.limit(room - 1), Stream.of("… %d lines more in a higher window".formatted(hidden)))
                .toList();
    }

    /** Draws below what is there. */
    void print(List<String> lines) {
        lines.forEach(console.out()::println);
        console.out().println();
    }
}

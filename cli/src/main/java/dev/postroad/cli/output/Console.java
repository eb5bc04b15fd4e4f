package dev.postroad.cli.output;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The streams of a process, as values, so that a test can run the real command line.
 *
 * @param in what is read
 * @param out where results go
 * @param err where messages go
 * @param terminal the size of the terminal that {@code out} is; empty if it is none
 */
public record Console(BufferedReader in, PrintWriter out, PrintWriter err, Optional<Size> terminal) {
    /** Set by the launcher when standard output is a terminal, as {@code stty size} prints it: lines, then columns. */
    private static final String TERMINAL_PROPERTY = "postroad.terminal";

    private static final Pattern SIZE = Pattern.compile("(\\d{1,5}) (\\d{1,5})");

    /** How much a terminal shows. */
    public record Size(int lines, int columns) {}

    /** The streams of this process. */
    // The one place where the process's own streams are taken.
    @SuppressWarnings("SystemOut")
    public static Console system() {
        return new Console(
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                Optional.ofNullable(System.getProperty(TERMINAL_PROPERTY)).map(Console::size));
    }

    private static Size size(String text) {
        var numbers = SIZE.matcher(text);
        var isKnown = numbers.matches()
                && !numbers.group(1).equals("0")
                && !numbers.group(2).equals("0");
        return isKnown
                ? new Size(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)))
                : new Size(24, 80);
    }
}

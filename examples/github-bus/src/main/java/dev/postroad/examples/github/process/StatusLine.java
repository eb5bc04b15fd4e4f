package dev.postroad.examples.github.process;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Supplier;

/** Prints a process's result when it has changed, once a second at most. */
public final class StatusLine implements AutoCloseable {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final PrintStream out;
    private final Supplier<String> result;
    private final Stop closed = new Stop();
    private String printed = "";

    /** A line that prints when it is told to. */
    StatusLine(PrintStream out, Supplier<String> result) {
        this.out = out;
        this.result = result;
    }

    /** A line that prints until it is closed. The result is read on a daemon thread of the line's own. */
    public static StatusLine start(PrintStream out, Supplier<String> result) {
        var line = new StatusLine(out, result);
        var printer = new Thread(line::printUntilClosed, "status-line");
        printer.setDaemon(true);
        printer.start();
        return line;
    }

    private void printUntilClosed() {
        do {
            printIfChanged();
        } while (!closed.requestedWithin(SECOND));
    }

    synchronized void printIfChanged() {
        var current = result.get();
        if (!current.equals(printed)) {
            out.println(current);
            out.flush();
            printed = current;
        }
    }

    /** Prints the last result, if it is not printed yet. */
    @Override
    public void close() {
        closed.request();
        printIfChanged();
    }
}

package dev.postroad.examples.github.process;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Supplier;

/** Prints a process's result when it has changed, once a second at most. */
public final class StatusLine {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final PrintStream out;
    private final Supplier<String> result;
    private final Stop done = new Stop();
    private String printed = "";

    /** A line that prints when it is told to. */
    StatusLine(PrintStream out, Supplier<String> result) {
        this.out = out;
        this.result = result;
    }

    /**
     * Prints while some work is done, and the last result after it. The result is read on a thread of the line's own.
     */
    public static void during(Runnable work, PrintStream out, Supplier<String> result) {
        var line = new StatusLine(out, result);
        var printer = new Thread(line::printUntilDone, "status-line");
        printer.setDaemon(true);
        printer.start();
        try {
            work.run();
        } finally {
            line.done.request();
            line.printIfChanged();
        }
    }

    private void printUntilDone() {
        do {
            printIfChanged();
        } while (!done.requestedWithin(SECOND));
    }

    synchronized void printIfChanged() {
        var current = result.get();
        if (!current.equals(printed)) {
            out.println(current);
            out.flush();
            printed = current;
        }
    }
}

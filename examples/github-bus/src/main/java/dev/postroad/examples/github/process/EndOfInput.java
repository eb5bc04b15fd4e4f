package dev.postroad.examples.github.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** The end of a process's standard input: whoever started it is gone, or wants it to end. */
public final class EndOfInput {
    private EndOfInput() {}

    /** Runs an action once the input has ended, on a daemon thread that reads it and throws away what comes. */
    public static void then(InputStream input, Runnable action) {
        var reader = new Thread(
                () -> {
                    // An input that cannot be read any more has ended, too.
                    try {
                        drain(input);
                    } finally {
                        action.run();
                    }
                },
                "end-of-input");
        reader.setDaemon(true);
        reader.start();
    }

    private static void drain(InputStream input) {
        try {
            input.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

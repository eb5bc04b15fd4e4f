package dev.postroad.cli;

import dev.postroad.cli.output.Console;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One run of the command line, in this JVM.
 *
 * @param exitCode of the command
 * @param out what it printed to standard output
 * @param err what it printed to standard error
 * @param took from its start to its end
 */
public record CommandRun(int exitCode, String out, String err, Duration took) {
    /** Runs a command without input. */
    public static CommandRun of(String... arguments) {
        return withInput("", arguments);
    }

    /** Runs a command that reads an input. */
    public static CommandRun withInput(String input, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var console = new Console(
                new BufferedReader(new StringReader(input)),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Optional.empty());
        var begin = Instant.now();
        var exitCode = PostroadCommand.commandLine(console).execute(arguments);
        return new CommandRun(exitCode, out.toString(), err.toString(), Duration.between(begin, Instant.now()));
    }
}

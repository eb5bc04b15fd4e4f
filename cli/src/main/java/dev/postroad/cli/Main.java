package dev.postroad.cli;

import dev.postroad.cli.output.Console;
import picocli.CommandLine;

/** Where the program begins. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        var console = Console.system();
        try {
            return PostroadCommand.commandLine(console).execute(arguments);
        } catch (OutOfMemoryError e) {
            // The command has given up by now, and with it what filled the memory.
            console.err().println(PostroadCommand.sentence(e));
            return CommandLine.ExitCode.SOFTWARE;
        }
    }
}

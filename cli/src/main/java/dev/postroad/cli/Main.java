package dev.postroad.cli;

import dev.postroad.cli.output.Console;

/** Where the program begins. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(PostroadCommand.commandLine(Console.system()).execute(arguments));
    }
}

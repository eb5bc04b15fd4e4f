package dev.postroad.cli.deadletter;

import dev.postroad.cli.output.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code postroad dlt}. */
@Command(
        name = "dlt",
        description = "Shows the dead letters of a consumer group, and gives them back to it.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example: postroad dlt list orders.order-placed.v1 billing"})
public final class DltCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** The command and those below it on the given streams. */
    public static CommandLine commandLine(Console console) {
        return new CommandLine(new DltCommand())
                .addSubcommand(new DltListCommand(console))
                .addSubcommand(new DltShowCommand(console))
                .addSubcommand(new DltReplayCommand(console));
    }

    /** Without a command: the help. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}

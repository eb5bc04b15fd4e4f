package dev.postroad.cli.check;

import dev.postroad.cli.bus.BusOptions;
import dev.postroad.cli.output.Console;
import dev.postroad.cli.output.FormatOption;
import dev.postroad.compiler.gate.Gate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code postroad check}. */
@Command(
        name = "check",
        description = "Compiles a bus repository and reports what is wrong with it.",
        footer = "%nExit code 1 if there is an error, 0 if not.")
public final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private BusOptions busOptions = new BusOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    /** The command on the given streams. */
    public CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var report = Gate.check(busOptions.load());
        if (format.isJson()) {
            console.out().println(CheckJson.of(report));
        } else {
            CheckText.lines(report).forEach(console.out()::println);
        }
        return report.isPassed() ? 0 : 1;
    }
}

package dev.postroad.cli.command;

import com.google.gson.JsonObject;
import dev.postroad.cli.bus.BusOptions;
import dev.postroad.cli.output.Console;
import dev.postroad.cli.output.Counted;
import dev.postroad.cli.output.Findings;
import dev.postroad.cli.output.FormatOption;
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
        var bus = busOptions.load();
        if (format.isJson()) {
            var result = new JsonObject();
            result.addProperty("bus", bus.name());
            result.addProperty("contracts", bus.contracts().size());
            result.addProperty("services", bus.services().size());
            result.add("findings", Findings.json(bus.findings()));
            console.out().println(result);
        } else if (bus.findings().isEmpty()) {
            console.out()
                    .printf(
                            "%s: %s, %s, no findings%n",
                            bus.name(),
                            Counted.of(bus.contracts().size(), "contract"),
                            Counted.of(bus.services().size(), "service"));
        } else {
            Findings.print(bus.findings(), console.out());
        }
        return bus.hasErrors() ? 1 : 0;
    }
}

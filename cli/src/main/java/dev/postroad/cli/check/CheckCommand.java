package dev.postroad.cli.check;

import dev.postroad.cli.bus.BusOptions;
import dev.postroad.cli.output.Console;
import dev.postroad.cli.output.FormatOption;
import dev.postroad.compiler.baseline.PriorContractsReader;
import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.gate.Gate;
import dev.postroad.compiler.gate.GateReport;
import dev.postroad.compiler.proto.Protoc;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code postroad check}. */
@Command(
        name = "check",
        description = "Compiles a bus repository and reports what is wrong with it.",
        footer = "%nExit code 1 if there is an error, 0 if not.")
public final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--against",
            paramLabel = "BASELINE",
            description =
                    "Also report changes that break somebody, compared with a Git revision, a bus repository, a folder of contracts or a descriptor set.")
    private @Nullable String against;

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
        var report = check(busOptions.load());
        if (format.isJson()) {
            console.out().println(CheckJson.of(report));
        } else {
            CheckText.lines(report).forEach(console.out()::println);
        }
        return report.isPassed() ? 0 : 1;
    }

    private GateReport check(BusRepository bus) {
        if (against == null) {
            return Gate.check(bus);
        }
        if (!bus.isCompiled()) {
            console.err().printf("the contracts do not compile, so they were not compared with %s%n", against);
            return Gate.check(bus);
        }
        return Gate.check(bus, new PriorContractsReader(bus, Protoc.installed()).read(against));
    }
}

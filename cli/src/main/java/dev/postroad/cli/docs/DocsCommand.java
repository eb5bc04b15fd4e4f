package dev.postroad.cli.docs;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.postroad.cli.bus.BusOptions;
import dev.postroad.cli.docs.PageState.State;
import dev.postroad.cli.output.Columns;
import dev.postroad.cli.output.Columns.Align;
import dev.postroad.cli.output.Console;
import dev.postroad.cli.output.Counted;
import dev.postroad.cli.output.Findings;
import dev.postroad.cli.output.FormatOption;
import dev.postroad.compiler.page.ContractPages;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code postroad docs}. */
@Command(
        name = "docs",
        description = "Writes a Markdown page for each contract of a bus, and an index.",
        footer = {
            "",
            "Pages of contracts that are gone are removed. Files that the command did not write are left alone.",
            "Exit code 1 if the bus has errors (nothing is written then), or with --check if a page is not current."
        })
public final class DocsCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where the pages go. Default: docs/contracts in the bus repository.")
    private @Nullable Path out;

    @Option(names = "--check", description = "Write nothing; tell which pages are missing, stale or gone.")
    private boolean isCheck;

    @Mixin
    private BusOptions busOptions = new BusOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    /** The command on the given streams. */
    public DocsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var bus = busOptions.load();
        if (bus.hasErrors()) {
            Findings.print(bus.findings(), console.err());
            console.err().println("no page was written");
            return 1;
        }
        var folder = out == null ? busOptions.folder().resolve("docs").resolve("contracts") : out;
        var pages = new PageFolder(folder);
        var states = pages.states(ContractPages.of(bus));
        if (!isCheck) {
            pages.update(states);
        }
        if (format.isJson()) {
            console.out().println(json(bus.name(), folder, states));
        } else {
            print(folder, states);
        }
        return isCheck && !states.stream().allMatch(PageState::isCurrent) ? 1 : 0;
    }

    private void print(Path folder, List<PageState> states) {
        var table = new Columns(Align.LEFT, Align.LEFT);
        states.stream().filter(state -> !state.isCurrent()).forEach(state -> table.row(word(state), state.file()));
        table.lines().forEach(console.out()::println);
        var written = count(states, State.MISSING) + count(states, State.STALE);
        var unchanged = count(states, State.UNCHANGED);
        var gone = count(states, State.GONE);
        if (isCheck) {
            console.out().printf("%s: %d current, %d missing or stale, %d gone%n", folder, unchanged, written, gone);
        } else {
            console.out()
                    .printf(
                            "%s written to %s, %d unchanged, %d removed%n",
                            Counted.of(written, "page"), folder, unchanged, gone);
        }
    }

    private static long count(List<PageState> states, State wanted) {
        return states.stream().filter(state -> state.state() == wanted).count();
    }

    private String word(PageState state) {
        return isCheck ? state.state().toString() : state.state().deed();
    }

    private JsonObject json(String bus, Path folder, List<PageState> states) {
        var pages = new JsonArray();
        for (var state : states) {
            var object = new JsonObject();
            object.addProperty("file", state.file());
            object.addProperty(isCheck ? "state" : "action", word(state));
            state.page().ifPresent(page -> {
                page.topic().ifPresent(topic -> {
                    object.addProperty("topic", topic);
                    object.addProperty("example", page.hasExample() ? "valid" : "none");
                });
            });
            pages.add(object);
        }
        var result = new JsonObject();
        result.addProperty("bus", bus);
        result.addProperty("folder", folder.toString());
        result.add("pages", pages);
        return result;
    }
}

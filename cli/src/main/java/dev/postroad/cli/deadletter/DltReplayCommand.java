package dev.postroad.cli.deadletter;

import com.google.gson.JsonObject;
import dev.postroad.cli.output.Console;
import dev.postroad.cli.output.Counted;
import dev.postroad.cli.output.FormatOption;
import dev.postroad.client.deadletter.Replay;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code postroad dlt replay}. */
@Command(
        name = "replay",
        description = "Gives dead letters back to their group, which handles them as if they had just come.",
        footer = {
            "",
            "No other group sees them. Each is marked as replayed, so that it is not replayed again; if it fails again, it",
            "becomes a dead letter again.",
            "",
            "Example: postroad dlt replay orders.order-placed.v1 billing --reason timeout --dry-run"
        })
final class DltReplayCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private GroupOptions group = new GroupOptions();

    @Mixin
    private LetterFilter filter = new LetterFilter();

    @Option(names = "--all", description = "All of them.")
    private boolean isAll;

    @Option(
            names = {"-n", "--max"},
            paramLabel = "N",
            description = "Replay N at most. Default: all that are meant.")
    private long most = Long.MAX_VALUE;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "100",
            description = "Replay N in a second at most. Default: 100.")
    private double perSecond;

    @Option(
            names = "--most-replays",
            paramLabel = "N",
            defaultValue = "" + Replay.STANDARD_MOST_REPLAYS,
            description = "Leave those that were replayed N times already. Default: ${DEFAULT-VALUE}.")
    private int mostReplays;

    @Option(names = "--dry-run", description = "Only say how many it would be.")
    private boolean isDryRun;

    @Mixin
    private FormatOption format = new FormatOption();

    DltReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (isAll == filter.isGiven()) {
            throw new ParameterException(
                    spec.commandLine(), "say which dead letters: --at, --reason or --since; or else --all");
        }
        var replay = replay();
        try (var opened = group.open()) {
            var result = opened.letters().replay(replay);
            if (format.isJson()) {
                console.out().println(json(opened, result));
            } else {
                print(opened, result);
            }
        }
        return 0;
    }

    private Replay replay() {
        try {
            return new Replay(filter.predicate(Instant.now()), most, perSecond, mostReplays, isDryRun);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void print(GroupOptions.Opened opened, Replay.Result result) {
        console.out()
                .printf(
                        "%s %sgiven back to %s%n",
                        Counted.of(result.replayed(), "dead letter"), isDryRun ? "would be " : "", opened);
        if (result.parked() > 0) {
            console.out()
                    .printf(
                            "%s left, replayed %s already; --most-replays allows more%n",
                            Counted.of(result.parked(), "dead letter"), Counted.of(mostReplays, "time"));
        }
    }

    private JsonObject json(GroupOptions.Opened opened, Replay.Result result) {
        var object = new JsonObject();
        object.addProperty("topic", opened.contract().kafkaTopic());
        object.addProperty("group", opened.group().toString());
        object.addProperty("dryRun", isDryRun);
        object.addProperty("replayed", result.replayed());
        object.addProperty("parked", result.parked());
        return object;
    }
}

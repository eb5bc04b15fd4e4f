package dev.postroad.cli.deadletter;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.postroad.cli.output.Columns;
import dev.postroad.cli.output.Columns.Align;
import dev.postroad.cli.output.Console;
import dev.postroad.cli.output.Counted;
import dev.postroad.cli.output.FormatOption;
import dev.postroad.client.deadletter.DeadLetter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code postroad dlt list}. */
@Command(name = "list", description = "Lists the dead letters that were not replayed, the oldest first.")
final class DltListCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private GroupOptions group = new GroupOptions();

    @Mixin
    private LetterFilter filter = new LetterFilter();

    @Option(
            names = {"-n", "--max"},
            paramLabel = "N",
            defaultValue = "100",
            description = "List N at most. Default: 100.")
    private int most;

    @Mixin
    private FormatOption format = new FormatOption();

    DltListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (var opened = group.open()) {
            var found = opened.letters().list(filter.predicate(Instant.now()), most + 1L);
            var isMore = found.size() > most;
            var listed = isMore ? found.subList(0, most) : found;
            if (format.isJson()) {
                console.out().println(json(opened, listed, isMore));
            } else {
                print(opened, listed, isMore);
            }
        }
        return 0;
    }

    private void print(GroupOptions.Opened opened, List<DeadLetter> listed, boolean isMore) {
        if (!listed.isEmpty()) {
            var table =
                    new Columns(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT);
            table.row("AT", "GIVEN UP", "PUBLISHED AT", "KEY", "ATTEMPTS", "REPLAYS", "REASON");
            listed.forEach(letter -> table.row(
                    letter.position().toString(),
                    LetterTime.of(letter.at()),
                    letter.origin().partition() + "@" + letter.origin().offset(),
                    opened.view().of(letter.record()).key().orElse("-"),
                    Integer.toString(letter.origin().deliveries()),
                    Integer.toString(letter.origin().replays()),
                    Reasons.brief(letter)));
            table.lines().forEach(console.out()::println);
        }
        console.out()
                .printf("%s%s of %s%n", isMore ? "more than " : "", Counted.of(listed.size(), "dead letter"), opened);
    }

    private static JsonObject json(GroupOptions.Opened opened, List<DeadLetter> listed, boolean isMore) {
        var letters = new JsonArray();
        listed.forEach(letter -> letters.add(LetterJson.of(letter, opened.view())));
        var object = new JsonObject();
        object.addProperty("topic", opened.contract().kafkaTopic());
        object.addProperty("group", opened.group().toString());
        object.add("deadLetters", letters);
        object.addProperty("more", isMore);
        return object;
    }
}

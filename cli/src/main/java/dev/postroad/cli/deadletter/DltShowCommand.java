package dev.postroad.cli.deadletter;

import dev.postroad.cli.output.Columns;
import dev.postroad.cli.output.Columns.Align;
import dev.postroad.cli.output.Console;
import dev.postroad.cli.output.Counted;
import dev.postroad.cli.output.FormatOption;
import dev.postroad.client.deadletter.DeadLetter;
import dev.postroad.client.deadletter.Position;
import dev.postroad.platform.message.RecordView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code postroad dlt show}. */
@Command(
        name = "show",
        description = "Shows one dead letter: its message, personal data masked, and why it was given up.",
        footer = "%nExit code 1 if there is no dead letter at that place, or it was replayed.")
final class DltShowCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private GroupOptions group = new GroupOptions();

    @Parameters(
            index = "2",
            paramLabel = "PARTITION@OFFSET",
            converter = PositionConverter.class,
            description = "Where it is, as `dlt list` shows it, such as 0@17.")
    private Position position = new Position(0, 0);

    @Mixin
    private FormatOption format = new FormatOption();

    DltShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (var opened = group.open()) {
            var found = opened.letters().list(letter -> letter.position().equals(position), 1);
            if (found.isEmpty()) {
                console.err().printf("%s has no open dead letter at %s%n", opened, position);
                return 1;
            }
            if (format.isJson()) {
                console.out().println(LetterJson.of(found.get(0), opened.view()));
            } else {
                print(found.get(0), opened.view());
            }
        }
        return 0;
    }

    private void print(DeadLetter letter, RecordView view) {
        var origin = letter.origin();
        var shown = view.of(letter.record());
        var table = new Columns(Align.LEFT, Align.LEFT);
        table.row("given up", LetterTime.of(letter.at()));
        table.row(
                "published",
                "%s, %d@%d, %s"
                        .formatted(
                                origin.topic(),
                                origin.partition(),
                                origin.offset(),
                                LetterTime.of(origin.timestamp())));
        table.row(
                "tried",
                "%s, of which %s"
                        .formatted(
                                Counted.of(origin.deliveries(), "time"),
                                origin.retries() == 1
                                        ? "1 is a delayed retry"
                                        : "%d are delayed retries".formatted(origin.retries())));
        table.row("replayed", Counted.of(origin.replays(), "time"));
        letter.traceId().ifPresent(id -> table.row("trace", id));
        table.row("key", shown.key().orElse("-"));
        table.row("message", shown.json().or(shown::problem).orElse("-"));
        table.lines().forEach(console.out()::println);
        console.out().println();
        console.out()
                .println(letter.stackTrace()
                        .orElseGet(() -> Reasons.whole(letter))
                        .stripTrailing());
    }
}

package dev.postroad.cli.up;

import dev.postroad.cli.output.Columns;
import dev.postroad.cli.output.Columns.Align;
import dev.postroad.cli.output.Counted;
import dev.postroad.platform.snapshot.BusSnapshot.GroupView;
import dev.postroad.platform.snapshot.BusSnapshot.Refused;
import dev.postroad.platform.snapshot.BusSnapshot.TopicView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Draws a bus as lines of text. */
final class LiveTable {
    private LiveTable() {}

    /** The whole picture. */
    static List<String> lines(UpView view) {
        var lines = new ArrayList<String>();
        lines.add(
                "Postroad   bus %s   broker %s   up %s".formatted(view.bus(), view.bootstrap(), clock(view.running())));
        lines.add("");
        lines.addAll(topics(view.snapshot().topics()));
        var refusals = refusals(view.snapshot().topics());
        if (!refusals.isEmpty()) {
            lines.add("");
            lines.add("LAST REFUSAL");
            lines.addAll(refusals);
        }
        var unhandled = unhandled(view.snapshot().topics());
        if (!unhandled.isEmpty()) {
            lines.add("");
            lines.add("NOT HANDLED");
            lines.addAll(unhandled);
        }
        if (!view.processes().isEmpty()) {
            lines.add("");
            lines.addAll(processes(view));
        }
        if (!view.next().isEmpty()) {
            lines.add("");
            lines.add("Try in another terminal:");
            view.next().forEach(command -> lines.add("  " + command));
        }
        return lines;
    }

    private static List<String> topics(List<TopicView> topics) {
        var table = new Columns(
                Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT);
        table.row("TOPIC", "PUBLISHED", "REFUSED", "GROUP", "CONSUMED", "LAG", "P50", "P99");
        for (var topic : topics) {
            var first = true;
            var groups = topic.groups().stream().map(Optional::of).toList();
            for (var group : groups.isEmpty() ? List.of(Optional.<GroupView>empty()) : groups) {
                table.row(
                        first ? topic.topic() : "",
                        first ? count(topic.published()) : "",
                        first ? count(topic.refused()) : "",
                        group.map(GroupView::group).orElse("-"),
                        group.map(GroupView::consumed).map(LiveTable::count).orElse(""),
                        group.map(GroupView::lag).map(LiveTable::count).orElse(""),
                        group.map(GroupView::p50Millis).map(LiveTable::millis).orElse(""),
                        group.map(GroupView::p99Millis).map(LiveTable::millis).orElse(""));
                first = false;
            }
        }
        return table.lines();
    }

    private static List<String> refusals(List<TopicView> topics) {
        var table = new Columns(Align.LEFT, Align.LEFT);
        for (var topic : topics) {
            topic.lastRefusal().ifPresent(refusal -> table.row(topic.topic(), reason(refusal)));
        }
        return table.lines();
    }

    private static String reason(Refused refusal) {
        var field = refusal.field().isEmpty() ? "" : refusal.field() + ": ";
        return "%s%s [%s]".formatted(field, refusal.sentence(), refusal.rule());
    }

    private static List<String> unhandled(List<TopicView> topics) {
        var table = new Columns(Align.LEFT, Align.LEFT, Align.LEFT);
        for (var topic : topics) {
            for (var group : topic.groups()) {
                var said = new ArrayList<String>();
                if (group.retrying() > 0) {
                    said.add(Counted.of(group.retrying(), "record") + " to be retried");
                }
                if (group.deadLettered() > 0) {
                    said.add(Counted.of(group.deadLettered(), "dead letter"));
                }
                if (!said.isEmpty()) {
                    table.row(topic.topic(), group.group(), String.join(", ", said));
                }
            }
        }
        return table.lines();
    }

    private static List<String> processes(UpView view) {
        var table = new Columns(Align.LEFT, Align.LEFT);
        table.row("PROCESS", "SAYS");
        view.processes().forEach(process -> table.row(process.name(), process.state()));
        return table.lines();
    }

    private static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String millis(OptionalDouble millis) {
        if (millis.isEmpty()) {
            return "-";
        }
        var value = millis.getAsDouble();
        if (value >= 1_000) {
            return String.format(Locale.ROOT, "%.1f s", value / 1_000);
        }
        return String.format(Locale.ROOT, value < 10 ? "%.1f ms" : "%.0f ms", value);
    }

    private static String clock(Duration duration) {
        return "%02d:%02d:%02d".formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }
}

package dev.postroad.cli.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.postroad.cli.bus.BusOptions;
import dev.postroad.cli.bus.ClusterOptions;
import dev.postroad.cli.output.Columns;
import dev.postroad.cli.output.Columns.Align;
import dev.postroad.cli.output.Console;
import dev.postroad.cli.output.Counted;
import dev.postroad.cli.output.Findings;
import dev.postroad.cli.output.FormatOption;
import dev.postroad.platform.apply.AppliedTopic;
import dev.postroad.platform.apply.AppliedTopic.Action;
import dev.postroad.platform.apply.TopicApplier;
import dev.postroad.platform.cluster.ClusterConnection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code postroad apply}. */
@Command(
        name = "apply",
        description = "Creates the topics of a bus that are missing on a cluster. Nothing is altered or deleted.",
        footer = "%nExit code 1 if the bus has errors (nothing is applied then) or the cluster refuses.")
public final class ApplyCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private BusOptions busOptions = new BusOptions();

    @Mixin
    private ClusterOptions clusterOptions = new ClusterOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    /** The command on the given streams. */
    public ApplyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var bus = busOptions.load();
        if (bus.hasErrors()) {
            Findings.print(bus.findings(), console.err());
            console.err().println("nothing was applied");
            return 1;
        }
        try (var cluster = ClusterConnection.open(clusterOptions.settings("postroad-apply", busOptions, bus))) {
            var applied = new TopicApplier(cluster).apply(bus);
            if (format.isJson()) {
                console.out().println(json(bus.name(), cluster.bootstrap(), applied));
            } else {
                print(cluster.bootstrap(), applied);
            }
        }
        return 0;
    }

    private void print(String bootstrap, List<AppliedTopic> applied) {
        var table = new Columns(Align.LEFT, Align.LEFT, Align.LEFT);
        for (var topic : applied) {
            table.row(action(topic), topic.design().topic(), topic.design().arithmetic());
            topic.differences().forEach(difference -> table.row("", "", "left as it is: " + difference));
        }
        table.lines().forEach(console.out()::println);
        var created = applied.stream()
                .filter(topic -> topic.action() == Action.CREATED)
                .count();
        console.out()
                .printf(
                        "%s created on %s, %d there already%n",
                        Counted.of(created, "topic"), bootstrap, applied.size() - created);
    }

    private static JsonObject json(String bus, String bootstrap, List<AppliedTopic> applied) {
        var topics = new JsonArray();
        for (var topic : applied) {
            var object = new JsonObject();
            object.addProperty("topic", topic.design().topic());
            object.addProperty("action", action(topic));
            object.addProperty("partitions", topic.design().partitions());
            object.addProperty("replication", topic.design().replication());
            var configuration = new JsonObject();
            topic.design().configuration().forEach(configuration::addProperty);
            object.add("configuration", configuration);
            var differences = new JsonArray();
            topic.differences().forEach(differences::add);
            object.add("differences", differences);
            topics.add(object);
        }
        var result = new JsonObject();
        result.addProperty("bus", bus);
        result.addProperty("bootstrap", bootstrap);
        result.add("topics", topics);
        return result;
    }

    private static String action(AppliedTopic topic) {
        return topic.action().name().toLowerCase(Locale.ROOT);
    }
}

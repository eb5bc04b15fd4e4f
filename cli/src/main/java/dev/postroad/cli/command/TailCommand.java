package dev.postroad.cli.command;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.postroad.cli.bus.BusOptions;
import dev.postroad.cli.bus.ClusterOptions;
import dev.postroad.cli.bus.UnknownTopicException;
import dev.postroad.cli.output.Console;
import dev.postroad.cli.output.FormatOption;
import dev.postroad.contract.topic.Contract;
import dev.postroad.contract.version.ContractVersion;
import dev.postroad.platform.cluster.ClusterConnection;
import dev.postroad.platform.message.ShownRecord;
import dev.postroad.platform.message.Tail;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code postroad tail}. */
@Command(
        name = "tail",
        description = "Shows a topic's messages as JSON, personal data masked, and goes on with new ones.",
        footer = "%nNo consumer group's offsets are moved. Ctrl-C ends it.")
public final class TailCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private final Console console;

    @Parameters(paramLabel = "TOPIC", description = "The topic, such as orders.order-placed.v1.")
    private String topic = "";

    @Option(
            names = {"-l", "--last"},
            paramLabel = "N",
            defaultValue = "3",
            converter = CountConverter.class,
            description = "Begin with the newest N records of each partition. Default: 3.")
    private long last;

    @Option(
            names = {"-n", "--max"},
            paramLabel = "N",
            defaultValue = "0",
            converter = CountConverter.class,
            description = "End after N records. Default: go on.")
    private long max;

    @Mixin
    private BusOptions busOptions = new BusOptions();

    @Mixin
    private ClusterOptions clusterOptions = new ClusterOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    /** The command on the given streams. */
    public TailCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var bus = busOptions.load();
        var contract = UnknownTopicException.requireContract(bus, topic);
        try (var cluster = ClusterConnection.open(clusterOptions.settings("postroad-tail", busOptions, bus));
                var tail = Tail.open(cluster, contract, last)) {
            var shown = 0L;
            while (!console.out().checkError()) {
                for (var found : tail.next()) {
                    print(found, contract);
                    shown++;
                    if (shown == max) {
                        return 0;
                    }
                }
            }
        }
        return 0;
    }

    private void print(ShownRecord found, Contract contract) {
        console.out().println(format.isJson() ? json(found) : text(found, contract));
    }

    private static String text(ShownRecord found, Contract contract) {
        var other = found.version()
                .filter(version -> !version.equals(contract.version()))
                .map(version -> "  (contract version " + version + ")")
                .orElse("");
        return "%s  %d@%d  %s  %s%s"
                .formatted(
                        time(found.timestamp()),
                        found.partition(),
                        found.offset(),
                        found.key().orElse("-"),
                        found.json()
                                .or(() -> found.problem().map(problem -> "! " + problem))
                                .orElse(""),
                        other);
    }

    private static String time(Instant timestamp) {
        return TIME.format(timestamp);
    }

    private static JsonObject json(ShownRecord found) {
        var object = new JsonObject();
        object.addProperty("timestamp", found.timestamp().toString());
        object.addProperty("partition", found.partition());
        object.addProperty("offset", found.offset());
        found.key().ifPresent(key -> object.addProperty("key", key));
        found.version().map(ContractVersion::toString).ifPresent(version -> object.addProperty("version", version));
        found.json().ifPresent(message -> object.add("message", JsonParser.parseString(message)));
        found.problem().ifPresent(problem -> object.addProperty("problem", problem));
        return object;
    }
}

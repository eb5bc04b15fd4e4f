package dev.postroad.cli.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.postroad.cli.bus.BusOptions;
import dev.postroad.cli.bus.ClusterOptions;
import dev.postroad.cli.bus.UnknownTopicException;
import dev.postroad.cli.output.Console;
import dev.postroad.cli.output.FormatOption;
import dev.postroad.client.Bus;
import dev.postroad.compiler.closure.ClosureCheck;
import dev.postroad.platform.message.LinePublisher;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code postroad publish}. */
@Command(
        name = "publish",
        description = "Publishes messages from standard input, one JSON object on each line.",
        footer = {
            "",
            "A line that breaks the topic's contract is refused, with its number and the reason; the others are published.",
            "Exit code 1 if a line was refused.",
            "",
            "Example: echo '{\"order_id\": \"a1\"}' | postroad publish orders.order-placed.v1"
        })
public final class PublishCommand implements Callable<Integer> {
    /** What this command is called in Kafka's logs and quotas. */
    private static final String SERVICE = "postroad-publish";

    private final Console console;

    @Parameters(paramLabel = "TOPIC", description = "The topic, such as orders.order-placed.v1.")
    private String topic = "";

    @Mixin
    private BusOptions busOptions = new BusOptions();

    @Mixin
    private ClusterOptions clusterOptions = new ClusterOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    /** The command on the given streams. */
    public PublishCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var repository = busOptions.load();
        var contract = UnknownTopicException.requireContract(repository, topic);
        // One report, as the command ends, so that what was published and refused is seen.
        var settings = clusterOptions.settings(SERVICE, busOptions, repository).withReportEvery(Duration.ofHours(1));
        try (var bus = Bus.connect(settings)) {
            var check = ClosureCheck.compile(contract.message());
            var refusals = new JsonArray();
            var lines = new LinePublisher(bus.publisher(contract, check), refused -> {
                if (format.isJson()) {
                    refusals.add(json(refused));
                } else {
                    console.err().printf("line %d: %s%n", refused.line(), refused.reason());
                }
            });
            var result = lines.publish(console.in());
            print(result, refusals);
            return result.refused() == 0 ? 0 : 1;
        }
    }

    private static JsonObject json(LinePublisher.Refused refused) {
        var object = new JsonObject();
        object.addProperty("line", refused.line());
        object.addProperty("reason", refused.reason());
        return object;
    }

    private void print(LinePublisher.Result result, JsonArray refusals) {
        if (!format.isJson()) {
            console.out().printf("%s: %d published, %d refused%n", topic, result.published(), result.refused());
            return;
        }
        var object = new JsonObject();
        object.addProperty("topic", topic);
        object.addProperty("published", result.published());
        object.add("refused", refusals);
        console.out().println(object);
    }
}

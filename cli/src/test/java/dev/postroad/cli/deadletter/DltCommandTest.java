package dev.postroad.cli.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.broker.junit.BrokerExtension;
import dev.postroad.cli.BusFiles;
import dev.postroad.cli.CommandRun;
import dev.postroad.cli.demo.OrderPlaced;
import dev.postroad.client.Bus;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.client.subscribe.DeadLetterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A clerk that could not handle two of its orders, and what is done about it from the command line. */
@ExtendWith(BrokerExtension.class)
class DltCommandTest {
    private static final String TOPIC = "orders.order-placed.v1";

    @TempDir
    private Path folder;

    private final String clerk;
    private final String bootstrap;
    private final Bus bus;
    private final List<String> handled = new CopyOnWriteArrayList<>();
    private volatile boolean isMended;

    DltCommandTest(EmbeddedBroker broker, TestInfo test) {
        clerk = "clerk" + Integer.toUnsignedString(test.getDisplayName().hashCode());
        bootstrap = broker.bootstrapServers();
        bus = Bus.connect(new BusSettings(clerk, bootstrap, Duration.ZERO));
    }

    @BeforeEach
    void makeDeadLetters() throws IOException {
        BusFiles.write(folder, """
                --- postroad.yaml
                name: shop
                --- teams.yaml
                teams: { checkout: {} }
                --- services/clerk.yaml
                name: %s
                team: checkout
                subscribes: [orders.order-placed.v1]
                """.formatted(clerk).replaceFirst("clerk.yaml", clerk + ".yaml"));
        Files.createDirectories(folder.resolve("contracts"));
        Files.copy(Path.of("src/test/proto/order_placed.proto"), folder.resolve("contracts/order_placed.proto"));
        var applied = CommandRun.of("apply", "--bus", folder.toString(), "--bootstrap", bootstrap);
        assertThat(applied.exitCode()).as(applied.err()).isZero();
        bus.subscribe(OrderPlaced.class, (order, context) -> {
            // The topic holds orders of other tests, too.
            if (order.getOrderId().startsWith(clerk)) {
                handle(order);
            }
        });
        var publisher = bus.publisher(OrderPlaced.class);
        for (var items : new int[] {1, 2}) {
            publisher
                    .publish(OrderPlaced.newBuilder()
                            .setOrderId(clerk + '-' + items)
                            .setItems(items)
                            .build())
                    .join();
        }
        await().until(() -> dlt("list").out().endsWith("2 dead letters of %s on %s\n".formatted(clerk, TOPIC)));
    }

    @AfterEach
    void close() {
        bus.close();
    }

    private void handle(OrderPlaced order) throws DeadLetterException {
        if (!isMended) {
            throw new DeadLetterException("no customer for %d items".formatted(order.getItems()));
        }
        handled.add(order.getOrderId());
    }

    @Test
    void listsThem() {
        var lines = dlt("list").out().lines().toList();

        assertThat(lines.get(0)).matches("AT +GIVEN UP +PUBLISHED AT +KEY +ATTEMPTS +REPLAYS +REASON");
        assertThat(lines.subList(1, 3))
                .allSatisfy(line -> assertThat(line)
                        .matches("0@\\d  \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d  \\d@\\d+ +" + clerk
                                + "-\\d +1 +0  DeadLetterException: no customer for \\d items"));
    }

    @Test
    void listsAsManyAsAsked() {
        assertThat(dlt("list", "--max", "1").out())
                .endsWith("\nmore than 1 dead letter of %s on %s\n".formatted(clerk, TOPIC));
        assertThat(dlt("list", "--reason", "FOR 2 ITEMS").out())
                .endsWith("\n1 dead letter of %s on %s\n".formatted(clerk, TOPIC));
    }

    @Test
    void showsOne() {
        var at = letter(2).get("partition").getAsInt() + "@"
                + letter(2).get("offset").getAsLong();

        var shown = dlt("show", at).out();

        assertThat(shown)
                .containsPattern("given up   \\d{4}-")
                .containsPattern("published  " + TOPIC + ", \\d@\\d+, \\d{4}-")
                .contains("tried      1 time, of which 0 are delayed retries\n")
                .contains("replayed   0 times\n")
                .containsPattern("\ntrace      [0-9a-f]{32}\n")
                .contains("key        " + clerk + "-2\n")
                .contains("message    {\"order_id\":\"" + clerk + "-2\",\"items\":2}\n")
                .contains("\n\ndev.postroad.client.subscribe.DeadLetterException: no customer for 2 items\n\tat ");
    }

    @Test
    void givesThemBack() {
        isMended = true;

        assertThat(dlt("replay", "--reason", "for 1 items", "--dry-run").out())
                .isEqualTo("1 dead letter would be given back to %s on %s\n".formatted(clerk, TOPIC));
        assertThat(handled).isEmpty();
        assertThat(dlt("replay", "--reason", "for 1 items").out())
                .isEqualTo("1 dead letter given back to %s on %s\n".formatted(clerk, TOPIC));

        await().untilAsserted(() -> assertThat(handled).containsExactly(clerk + "-1"));
        assertThat(dlt("list").out()).endsWith("\n1 dead letter of %s on %s\n".formatted(clerk, TOPIC));
        assertThat(dlt("replay", "--all", "--format", "json").out().strip())
                .isEqualTo("{\"topic\":\"%s\",\"group\":\"%s\",\"dryRun\":false,\"replayed\":1,\"parked\":0}"
                        .formatted(TOPIC, clerk));
    }

    @Test
    void leavesThoseThatWereReplayedOftenEnough() {
        dlt("replay", "--all");
        await().untilAsserted(
                        () -> assertThat(dlt("list").out().lines().filter(line -> line.matches(".* 2 +1  Dead.*")))
                                .hasSize(2));

        assertThat(dlt("replay", "--all", "--most-replays", "1").out()).isEqualTo("""
                0 dead letters given back to %1$s on %2$s
                2 dead letters left, replayed 1 time already; --most-replays allows more
                """.formatted(clerk, TOPIC));
    }

    private JsonObject letter(int items) {
        var list = JsonParser.parseString(dlt("list", "--format", "json").out()).getAsJsonObject();
        return list.getAsJsonArray("deadLetters").asList().stream()
                .map(each -> each.getAsJsonObject())
                .filter(each -> each.getAsJsonObject("message").get("items").getAsInt() == items)
                .findFirst()
                .orElseThrow();
    }

    private CommandRun dlt(String command, String... arguments) {
        var fixed = Stream.of("dlt", command, TOPIC, clerk);
        var bus = Stream.of("--bus", folder.toString(), "--bootstrap", bootstrap);
        var run = CommandRun.of(Stream.of(fixed, Stream.of(arguments), bus)
                .flatMap(part -> part)
                .toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }
}

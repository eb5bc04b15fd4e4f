package dev.postroad.platform.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.broker.junit.BrokerExtension;
import dev.postroad.broker.junit.UniqueNames;
import dev.postroad.client.Bus;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.contract.check.ProtovalidateCheck;
import dev.postroad.contract.topic.Contract;
import dev.postroad.platform.BusFolder;
import dev.postroad.platform.TestCluster;
import dev.postroad.platform.message.LinePublisher.Refused;
import dev.postroad.platform.message.LinePublisher.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BrokerExtension.class)
class LinePublisherTest {
    private final TestCluster cluster;
    private final Bus bus;
    private final String topic;
    private final Contract contract;
    private final List<Refused> refused = new ArrayList<>();

    LinePublisherTest(EmbeddedBroker broker, UniqueNames names, @TempDir Path folder) throws IOException {
        cluster = new TestCluster(broker.bootstrapServers());
        bus = Bus.connect(new BusSettings("lines", broker.bootstrapServers(), Duration.ZERO));
        topic = names.topic();
        contract = new BusFolder(folder)
                .withTopic(topic, "key: \"id\"", "string id = 1; int32 items = 2 [(buf.validate.field).int32.gte = 0];")
                .contract(topic);
    }

    @BeforeEach
    void createTopic() {
        if (!cluster.topics().contains(topic)) {
            cluster.create(topic, 1, Map.of());
        }
    }

    @AfterEach
    void close() {
        bus.close();
        cluster.close();
    }

    @Test
    void publishesEveryGoodLine() throws IOException {
        var before = cluster.size(topic);

        var result = publish("""
                {"id": "a1", "items": 1}
                {"id": "Zürich", "items": 2}
                """);

        assertThat(result).isEqualTo(new Result(2, 0));
        assertThat(refused).isEmpty();
        assertThat(cluster.size(topic)).isEqualTo(before + 2);
    }

    @Test
    void refusesBadLinesByTheirNumberAndPublishesTheOthers() throws IOException {
        var before = cluster.size(topic);

        var result = publish("""
                {"id": "a1"}

                {"id": "a2"
                {"id": "a3", "colour": "red"}
                {"id": "a4", "items": -1}
                {"items": 1}
                   \t
                {"id": "a8"}
                [1]""");

        assertThat(result).isEqualTo(new Result(2, 5));
        assertThat(refused).extracting(Refused::line).containsExactly(3L, 4L, 5L, 6L, 9L);
        assertThat(refused)
                .extracting(Refused::reason)
                .satisfiesExactly(
                        reason -> assertThat(reason).startsWith("this is no Event: "),
                        reason -> assertThat(reason)
                                .startsWith("this is no Event: ")
                                .contains("colour"),
                        reason -> assertThat(reason)
                                .isEqualTo(
                                        "refused by the contract of %s: items: must be greater than or equal to 0 [int32.gte]"
                                                .formatted(topic)),
                        reason -> assertThat(reason)
                                .isEqualTo(
                                        "refused by the contract of %s: id: the record's key must be set [postroad.key]"
                                                .formatted(topic)),
                        reason -> assertThat(reason).startsWith("this is no Event: "));
        assertThat(cluster.size(topic)).isEqualTo(before + 2);
    }

    @Test
    void publishesNothingOfNothing() throws IOException {
        assertThat(publish("")).isEqualTo(new Result(0, 0));
        assertThat(publish("\n\n")).isEqualTo(new Result(0, 0));
    }

    @Test
    void keepsCountOfManyLines() throws IOException {
        var before = cluster.size(topic);
        var lines = IntStream.rangeClosed(1, 20_000)
                .mapToObj(number -> number % 1_000 == 0 ? "{}" : "{\"id\": \"a%d\"}".formatted(number))
                .collect(Collectors.joining("\n"));

        var result = publish(lines);

        assertThat(result).isEqualTo(new Result(19_980, 20));
        assertThat(refused)
                .extracting(Refused::line)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 20)
                        .mapToObj(number -> number * 1_000L)
                        .toList());
        assertThat(cluster.size(topic)).isEqualTo(before + 19_980);
    }

    @Test
    void refusesALineThatTheBrokerDoesNotTake() throws IOException {
        var tooLarge = "{\"id\": \"%s\"}".formatted("x".repeat(2_000_000));

        var result = publish("{\"id\": \"a1\"}\n%s\n{\"id\": \"a3\"}\n".formatted(tooLarge));

        assertThat(result).isEqualTo(new Result(2, 1));
        assertThat(refused).singleElement().satisfies(each -> {
            assertThat(each.line()).isEqualTo(2);
            assertThat(each.reason()).startsWith("not acknowledged: ").contains("RecordTooLarge");
        });
    }

    private Result publish(String lines) throws IOException {
        return new LinePublisher(bus.publisher(contract, new ProtovalidateCheck<>(contract.message())), refused::add)
                .publish(new BufferedReader(new StringReader(lines)));
    }
}

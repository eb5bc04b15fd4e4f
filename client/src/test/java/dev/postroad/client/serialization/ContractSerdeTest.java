package dev.postroad.client.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postroad.client.orders.OrderNoted;
import dev.postroad.client.orders.OrderPlaced;
import dev.postroad.client.publish.MessageRefusedException;
import dev.postroad.contract.topic.Topic;
import dev.postroad.contract.version.ContractVersion;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** In a program of Kafka Streams that counts the items noted for each kind of order, and places them as one. */
class ContractSerdeTest {
    private static final Topic<OrderNoted> NOTED = Topic.of(OrderNoted.class);
    private static final Topic<OrderPlaced> PLACED = Topic.of(OrderPlaced.class);

    @AutoClose
    private final TopologyTestDriver driver = new TopologyTestDriver(topology(), settings());

    private final TestInputTopic<String, OrderNoted> noted =
            driver.createInputTopic(NOTED.toString(), Serdes.String().serializer(), new ContractSerializer<>(NOTED));
    private final TestOutputTopic<String, OrderPlaced> placed = driver.createOutputTopic(
            PLACED.toString(), Serdes.String().deserializer(), new ContractDeserializer<>(PLACED));

    private static Topology topology() {
        var builder = new StreamsBuilder();
        var keys = Serdes.String();
        var notes = new ContractSerde<>(NOTED);
        builder.stream(NOTED.toString(), Consumed.with(keys, notes))
                .groupBy((id, note) -> kind(id), Grouped.with(keys, notes))
                .reduce(
                        ContractSerdeTest::sum,
                        Materialized.<String, OrderNoted>as(Stores.inMemoryKeyValueStore("sums"))
                                .withKeySerde(keys)
                                .withValueSerde(notes))
                .toStream()
                .mapValues(ContractSerdeTest::order)
                .to(PLACED.toString(), Produced.with(keys, new ContractSerde<>(PLACED)));
        return builder.build();
    }

    private static Properties settings() {
        var settings = new Properties();
        settings.setProperty("application.id", "sums");
        settings.setProperty("bootstrap.servers", "localhost:9092");
        return settings;
    }

    @Test
    void publishesWhatKeepsItsContract() {
        noted.pipeInput("tea-1", note("tea-1", 3));
        noted.pipeInput("tea-2", note("tea-2", 2));

        var sums = placed.readRecordsToList();

        assertThat(sums).extracting(sum -> sum.value().getItems()).containsExactly(3, 5);
        assertThat(sums)
                .allSatisfy(sum -> assertThat(sum.headers().headers(ContractVersion.HEADER))
                        .singleElement()
                        .satisfies(header -> assertThat(header.value())
                                .isEqualTo(PLACED.contract().version().bytes())));
    }

    @Test
    void keepsInTheApplicationWhatBreaksItsContract() {
        var broken = note("tea-1", -1);

        assertThatThrownBy(() -> noted.pipeInput("tea-1", broken))
                .hasRootCauseInstanceOf(MessageRefusedException.class)
                .hasRootCauseMessage(
                        "refused by the contract of orders.order-placed.v1: items: must be greater than 0 [int32.gt]");

        assertThat(driver.getKeyValueStore("sums").get("tea")).isEqualTo(broken);
    }

    @Test
    void checksNothingThatIsNotPublished() {
        var broken = OrderPlaced.newBuilder().setItems(-1).build();
        var headers = new RecordHeaders();
        var serializer = new ContractSerde<>(PLACED).serializer();

        assertThat(serializer.serialize("sums-all-changelog", headers, broken)).isEqualTo(broken.toByteArray());
        assertThat(serializer.serialize("sums-all-repartition", headers, broken))
                .isEqualTo(broken.toByteArray());
        assertThat(serializer.serialize(PLACED.toString(), broken)).isEqualTo(broken.toByteArray());
        assertThat(serializer.serialize("sums-all-changelog", headers, null)).isNull();
        assertThat(headers).isEmpty();
    }

    @Test
    void isToldItsTypeByProperties() {
        var serde = new ContractSerde<OrderPlaced>();
        var order = OrderPlaced.newBuilder().setOrderId("a").setItems(1).build();

        serde.configure(Map.of("postroad.contract.type", OrderPlaced.class.getName()), false);

        var bytes = serde.serializer().serialize(PLACED.toString(), new RecordHeaders(), order);
        assertThat(serde.deserializer().deserialize(PLACED.toString(), bytes)).isEqualTo(order);
    }

    private static OrderNoted note(String id, int items) {
        return OrderNoted.newBuilder().setOrderId(id).setItems(items).build();
    }

    private static OrderNoted sum(OrderNoted one, OrderNoted other) {
        return note(one.getOrderId(), one.getItems() + other.getItems());
    }

    private static OrderPlaced order(OrderNoted sum) {
        return OrderPlaced.newBuilder()
                .setOrderId(sum.getOrderId())
                .setItems(sum.getItems())
                .build();
    }

    private static String kind(String id) {
        return id.substring(0, id.indexOf('-'));
    }
}

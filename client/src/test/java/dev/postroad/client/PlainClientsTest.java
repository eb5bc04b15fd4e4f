package dev.postroad.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.broker.junit.BrokerExtension;
import dev.postroad.client.orders.OrderPlaced;
import dev.postroad.client.orders.OrderState;
import dev.postroad.client.publish.MessageRefusedException;
import dev.postroad.client.serialization.ContractDeserializer;
import dev.postroad.client.serialization.ContractRecords;
import dev.postroad.client.serialization.ContractSerializer;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.client.settings.TraceMode;
import dev.postroad.contract.topic.InternalTopics;
import dev.postroad.contract.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A bus and Kafka's own clients, which publish and read the same records. */
@ExtendWith(BrokerExtension.class)
class PlainClientsTest {
    private static final Topic<OrderPlaced> PLACED = Topic.of(OrderPlaced.class);
    private static final Topic<OrderState> STATES = Topic.of(OrderState.class);
    private static final String SERVICE = "plain-clients";

    private final TestCluster cluster;
    private final Map<String, Object> address;
    private final Bus bus;

    PlainClientsTest(EmbeddedBroker broker) {
        cluster = new TestCluster(broker.bootstrapServers());
        cluster.recreate(PLACED.toString(), STATES.toString(), InternalTopics.REPORTS);
        cluster.derive(SERVICE, PLACED.toString());
        address = Map.of("bootstrap.servers", broker.bootstrapServers());
        // Plain clients put no traces on records.
        bus = Bus.connect(
                new BusSettings(SERVICE, broker.bootstrapServers(), Duration.ZERO).withTracing(TraceMode.OFF, 0));
    }

    @AfterEach
    void close() {
        bus.close();
        cluster.close();
    }

    @Test
    void publishWhatAPublisherPublishes() throws ExecutionException, InterruptedException {
        var order = order("Grüße", 2);
        bus.publisher(OrderPlaced.class).publish(order).join();
        var orders = new ContractRecords<>(PLACED);

        try (var producer = new KafkaProducer<>(address, new ByteArraySerializer(), new ContractSerializer<>(PLACED))) {
            producer.send(orders.of(order)).get();
        }
        try (var producer =
                new KafkaProducer<>(address, new StringSerializer(), new ContractSerializer<OrderPlaced>())) {
            producer.send(new ProducerRecord<>(PLACED.toString(), order.getOrderId(), order))
                    .get();
        }

        assertThat(stored(PLACED)).hasSize(3).containsOnly(stored(PLACED).get(0));
    }

    @Test
    void writeIntegersInKeysAsAPublisherDoes() throws ExecutionException, InterruptedException {
        var states = new ContractRecords<>(STATES);
        var state = OrderState.newBuilder().setOrderNumber(-17).setState("paid").build();

        bus.publisher(OrderState.class).publish(state).join();
        bus.publisher(OrderState.class).delete(-17L).join();
        try (var producer = new KafkaProducer<>(address, new ByteArraySerializer(), new ContractSerializer<>(STATES))) {
            producer.send(states.of(state)).get();
            producer.send(states.deletion(-17L)).get();
        }

        var stored = stored(STATES);
        assertThat(stored.subList(2, 4)).isEqualTo(stored.subList(0, 2));
    }

    @Test
    void sendNothingThatIsRefused() {
        var orders = new ContractRecords<>(PLACED);

        try (var producer = new KafkaProducer<>(address, new ByteArraySerializer(), new ContractSerializer<>(PLACED))) {
            assertThatThrownBy(() -> producer.send(orders.of(order("a", -1))))
                    .isInstanceOf(MessageRefusedException.class)
                    .hasMessage(
                            "refused by the contract of orders.order-placed.v1: items: must be greater than 0 [int32.gt]");
        }

        assertThat(cluster.read(PLACED.toString())).isEmpty();
    }

    @Test
    void areReadByASubscription() throws ExecutionException, InterruptedException {
        var seen = new CopyOnWriteArrayList<OrderPlaced>();
        bus.subscribe(PLACED, (order, context) -> seen.add(order));

        try (var producer = new KafkaProducer<>(address, new ByteArraySerializer(), new ContractSerializer<>(PLACED))) {
            producer.send(new ContractRecords<>(PLACED).of(order("a", 2))).get();
        }

        await().untilAsserted(() -> assertThat(seen).containsExactly(order("a", 2)));
    }

    @Test
    void readWhatAPublisherPublishes() {
        bus.publisher(OrderPlaced.class).publish(order("a", 2)).join();
        var settings = Map.<String, Object>of(
                "bootstrap.servers",
                address.get("bootstrap.servers"),
                "group.id",
                "plain-reader",
                "auto.offset.reset",
                "earliest");

        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ContractDeserializer<>(PLACED))) {
            consumer.subscribe(List.of(PLACED.toString()));
            var found = new ArrayList<ConsumerRecord<String, OrderPlaced>>();
            await().untilAsserted(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
                assertThat(found).singleElement().satisfies(record -> {
                    assertThat(record.key()).isEqualTo("a");
                    assertThat(record.value()).isEqualTo(order("a", 2));
                });
            });
        }
    }

    private List<Stored> stored(Topic<?> topic) {
        return cluster.read(topic.toString()).stream().map(Stored::of).toList();
    }

    private static OrderPlaced order(String id, int items) {
        return OrderPlaced.newBuilder().setOrderId(id).setItems(items).build();
    }

    /** What Kafka has stored, without what differs from record to record anyway. */
    private record Stored(String key, String value, String headers) {
        static Stored of(ConsumerRecord<byte[], byte[]> record) {
            return new Stored(
                    Arrays.toString(record.key()),
                    Arrays.toString(record.value()),
                    record.headers().toString());
        }
    }
}

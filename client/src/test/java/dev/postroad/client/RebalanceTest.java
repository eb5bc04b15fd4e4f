package dev.postroad.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.broker.junit.BrokerExtension;
import dev.postroad.client.orders.OrderPlaced;
import dev.postroad.client.publish.Publisher;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.client.subscribe.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Partitions that go from one member to another, with both protocols of consumer groups. */
@ExtendWith(BrokerExtension.class)
class RebalanceTest {
    private static final String TOPIC = "orders.order-placed.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PARTITIONS = 6;
    private static final int KEYS = 20;

    private final String bootstrap;
    private final TestCluster cluster;
    private final Queue<Handled> handled = new ConcurrentLinkedQueue<>();

    private record Handled(int number, String key) {}

    RebalanceTest(EmbeddedBroker broker) {
        bootstrap = broker.bootstrapServers();
        cluster = new TestCluster(bootstrap);
        cluster.recreate(PARTITIONS, TOPIC);
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    private BusSettings settings(String service) {
        return new BusSettings(service, bootstrap, Duration.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"classic, classic", "consumer, consumer", "classic, consumer", "consumer, classic"})
    void handsPartitionsOnFromOneMemberToAnother(String first, String second) {
        var service = "shop-%s-%s".formatted(first, second);
        cluster.derive(service, TOPIC);
        try (var publishing = Bus.connect(settings("till"));
                var one = Bus.connect(settings(service).withKafka(Map.of("group.protocol", first)))) {
            var publisher = publishing.publisher(OrderPlaced.class);
            one.subscribe(OrderPlaced.class, this::handle);
            await().atMost(PATIENCE).until(() -> partitions(one) == PARTITIONS);
            publish(publisher, 1);
            try (var two = Bus.connect(settings(service).withKafka(Map.of("group.protocol", second)))) {
                two.subscribe(OrderPlaced.class, this::handle);
                publish(publisher, 301);
                await().atMost(PATIENCE).until(() -> partitions(two) > 0);
                publish(publisher, 601);
                one.close();
                await().atMost(PATIENCE).until(() -> partitions(two) == PARTITIONS);
                publish(publisher, 901);
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(numbers()).hasSize(1200));
            }
        }
        assertThat(numbers())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 1200).boxed().toList());
        handled.stream()
                .collect(Collectors.groupingBy(Handled::key, Collectors.mapping(Handled::number, Collectors.toList())))
                .forEach((key, some) -> assertThat(some).as(key).isSorted().doesNotHaveDuplicates());
    }

    private void handle(OrderPlaced order, Context context) {
        handled.add(new Handled(order.getItems(), order.getOrderId()));
    }

    private List<Integer> numbers() {
        return handled.stream().map(Handled::number).distinct().sorted().toList();
    }

    private static long partitions(Bus bus) {
        return bus.health().groups().get(0).partitions().stream()
                .filter(partition -> partition.topic().equals(TOPIC))
                .count();
    }

    private static void publish(Publisher<OrderPlaced> publisher, int from) {
        publisher
                .publishAll(IntStream.range(from, from + 300)
                        .mapToObj(number -> OrderPlaced.newBuilder()
                                .setOrderId("key-" + number % KEYS)
                                .setItems(number)
                                .build())
                        .toList())
                .join();
    }
}

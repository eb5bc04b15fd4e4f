package dev.postroad.bench.client;

import dev.postroad.bench.orders.OrderPlaced;
import dev.postroad.bench.sample.Shape;
import dev.postroad.client.Bus;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.client.settings.TraceMode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes the same messages in several ways, in turn. */
public final class PublishBench {
    /** So many that a batch seldom holds one twice, and would be compressed to nothing. */
    private static final int ORDERS_COUNT = 1 << 14;

    private static final List<OrderPlaced> ORDERS = orders();

    private PublishBench() {}

    private static List<OrderPlaced> orders() {
        var random = new Random(1);
        var valid = Shape.ORDER.valid();
        return IntStream.range(0, ORDERS_COUNT)
                .mapToObj(number -> ((OrderPlaced) valid.get(number % valid.size()))
                        .toBuilder()
                                .setOrderId(new UUID(random.nextLong(), random.nextLong()).toString())
                                .build())
                .toList();
    }

    /** Publishes a message; the callback is called when it is acknowledged. */
    private enum Way {
        /** Kafka's producer with the settings that Postroad's has, and Protobuf's bytes. */
        RAW {
            @Override
            Meter.Cost run(String bootstrap, int messages) throws InterruptedException {
                return raw(bootstrap, messages, record -> {});
            }
        },
        /** The same, with headers as long as those that Postroad writes. */
        RAW_WITH_HEADERS {
            @Override
            Meter.Cost run(String bootstrap, int messages) throws InterruptedException {
                return raw(bootstrap, messages, Records::addHeaders);
            }
        },
        /** Postroad: checked, with the version of its contract and a trace that is not sampled, and counted. */
        POSTROAD {
            @Override
            Meter.Cost run(String bootstrap, int messages) throws InterruptedException {
                var settings = new BusSettings("shop", bootstrap, Duration.ZERO).withTracing(TraceMode.PARENT, 0);
                try (var sdk = OpenTelemetrySdk.builder().build();
                        var bus = Bus.connect(settings, sdk)) {
                    var publisher = bus.publisher(OrderPlaced.class);
                    return measure(messages, (order, done) -> {
                        var unused = publisher.publish(order).thenRun(done);
                    });
                }
            }
        };

        abstract Meter.Cost run(String bootstrap, int messages) throws InterruptedException;

        private static Meter.Cost raw(String bootstrap, int messages, Consumer<ProducerRecord<?, ?>> headers)
                throws InterruptedException {
            Map<String, Object> settings = Map.of(
                    "bootstrap.servers",
                    bootstrap,
                    "acks",
                    "all",
                    "enable.idempotence",
                    true,
                    "compression.type",
                    "lz4",
                    "linger.ms",
                    5);
            try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
                return measure(messages, (order, done) -> {
                    var key = order.getOrderId().getBytes(StandardCharsets.UTF_8);
                    var record = new ProducerRecord<>(Records.TOPIC, key, order.toByteArray());
                    headers.accept(record);
                    var unused = producer.send(record, (metadata, failure) -> done.run());
                });
            }
        }

        private static Meter.Cost measure(int messages, BiConsumer<OrderPlaced, Runnable> publishing)
                throws InterruptedException {
            var meter = new Meter(messages);
            meter.begin();
            for (var number = 0; number < messages; number++) {
                publishing.accept(ORDERS.get(number % ORDERS.size()), meter::record);
            }
            return meter.await();
        }
    }

    /**
     * Runs the benchmark.
     *
     * @param arguments the number of messages, and that of rounds
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        var messages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300_000;
        var rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Map<Way, List<Meter.Cost>> costs = new EnumMap<>(Way.class);
        try (var broker = BrokerProcess.start()) {
            Records.createTopic(broker.bootstrap());
            // The first round warms the machine up.
            for (var round = 0; round <= rounds; round++) {
                for (var way : Way.values()) {
                    var cost = way.run(broker.bootstrap(), messages);
                    if (round > 0) {
                        costs.computeIfAbsent(way, unused -> new ArrayList<>()).add(cost);
                    }
                }
            }
        }
        CostTable.print(List.of(Way.values()), costs);
    }
}

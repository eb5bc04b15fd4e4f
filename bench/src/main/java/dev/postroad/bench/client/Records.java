package dev.postroad.bench.client;

import com.google.protobuf.Message;
import dev.postroad.bench.sample.Shape;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.function.IntSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Records of orders, about 300 bytes each, on a topic of four partitions. */
final class Records {
    static final String TOPIC = "orders.order-placed.v1";
    static final int PARTITIONS = 4;
    private static final int KEYS = 10_000;
    private static final long SEED = 1;

    /** As Postroad's publisher gives them to a record that is not sampled. */
    private static final byte[] TRACE =
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] VERSION = new byte[16];

    private Records() {}

    /** Keys of which each is as frequent as any other. */
    static IntSupplier uniform() {
        var random = new Random(SEED);
        return () -> random.nextInt(KEYS);
    }

    /** Keys of which the n-th is as frequent as n to the power of -1.1: the first is an eighth of them. */
    static IntSupplier zipf() {
        var random = new Random(SEED);
        var sums = new double[KEYS];
        var sum = 0.0;
        for (var key = 0; key < KEYS; key++) {
            sum += Math.pow(key + 1, -1.1);
            sums[key] = sum;
        }
        var total = sum;
        return () -> {
            var found = Arrays.binarySearch(sums, random.nextDouble() * total);
            return found < 0 ? Math.min(KEYS - 1, -found - 1) : found;
        };
    }

    /** Headers as a publisher gives them to a record that is not sampled. */
    static void addHeaders(ProducerRecord<?, ?> record) {
        record.headers().add("postroad-contract", VERSION).add("traceparent", TRACE.clone());
    }

    static void createTopic(String bootstrap) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    static void write(String bootstrap, int count, IntSupplier keys) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrap, "compression.type", "lz4", "batch.size", 64 << 10);
        var values = Shape.ORDER.valid().stream().map(Message::toByteArray).toList();
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var number = 0; number < count; number++) {
                var key = ("key-" + keys.getAsInt()).getBytes(StandardCharsets.UTF_8);
                var record = new ProducerRecord<>(TOPIC, key, values.get(number % values.size()));
                addHeaders(record);
                var unused = producer.send(record);
            }
        }
    }
}

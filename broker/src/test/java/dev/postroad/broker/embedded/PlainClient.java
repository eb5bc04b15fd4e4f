package dev.postroad.broker.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** What a test does to a broker from outside, through Kafka's own clients. */
public record PlainClient(String bootstrapServers) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public PlainClient(EmbeddedBroker broker) {
        this(broker.bootstrapServers());
    }

    public void create(String topic) {
        try (var admin = admin()) {
            var created = admin.createTopics(Set.of(new NewTopic(topic, Optional.of(1), Optional.empty())));
            assertThat(created.all().toCompletionStage()).succeedsWithin(PATIENCE);
            // The controller has answered; the broker hears of the topic a little later.
            await().atMost(PATIENCE).until(() -> topics(admin).contains(topic));
        }
    }

    public Set<String> topics() {
        try (var admin = admin()) {
            return topics(admin);
        }
    }

    private static Set<String> topics(Admin admin) {
        return admin.listTopics()
                .names()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    public void publish(String topic, String... values) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "max.block.ms", 2_000);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (var value : values) {
                assertThat(producer.send(new ProducerRecord<>(topic, value))).succeedsWithin(PATIENCE);
            }
        }
    }

    /** Reads so many values as a member of the group, from where it has committed, and commits. */
    public List<String> read(String topic, String group, int count) {
        return read(topic, group, count, "classic");
    }

    public List<String> read(String topic, String group, int count, String protocol) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                group,
                "group.protocol",
                protocol,
                "auto.offset.reset",
                "earliest",
                "max.poll.records",
                1,
                "enable.auto.commit",
                false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            var values = new ArrayList<String>();
            Awaitility.await().atMost(PATIENCE).pollInSameThread().until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(it -> values.add(it.value()));
                return values.size() >= count;
            });
            consumer.commitSync();
            return values;
        }
    }

    public Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }
}

package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.Topics;
import com.example.orders.v1.OrderPlaced;
import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.broker.junit.BrokerExtension;
import dev.postroad.client.publish.MessageRefusedException;
import dev.postroad.contract.check.Violation;
import dev.postroad.contract.topic.DerivedTopics;
import dev.postroad.contract.version.ContractVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

@ExtendWith(BrokerExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(60)
class OrdersTest {
    private static final String TOPIC = Topics.ORDER_PLACED.toString();
    private static final String DEAD_LETTERS = new DerivedTopics(TOPIC, "spring-orders").deadLetters();

    private final Map<String, Object> address;
    private final AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();
    private final OrderDesk desk;
    private final OrderListener listener;

    OrdersTest(EmbeddedBroker broker) throws ExecutionException, InterruptedException {
        address = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (var admin = Admin.create(address)) {
            var topics = Stream.of(TOPIC, DEAD_LETTERS).map(topic -> new NewTopic(topic, 1, (short) 1));
            admin.createTopics(topics.toList()).all().get();
        }
        application
                .getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("broker", Map.of("POSTROAD_BOOTSTRAP", broker.bootstrapServers())));
        application.register(OrdersConfiguration.class);
        application.refresh();
        desk = application.getBean(OrderDesk.class);
        listener = application.getBean(OrderListener.class);
    }

    @AfterAll
    void close() {
        application.close();
    }

    @Test
    void goRound() throws InterruptedException {
        var order = order("ada@example.com", 2);

        desk.place(order).join();

        assertThat(listener.take()).isEqualTo(order);
    }

    @Test
    void areRefusedIfTheyBreakTheirContract() throws InterruptedException {
        var broken = order("nobody", 0);
        var order = order("ada@example.com", 1);

        assertThatThrownBy(() -> desk.place(broken))
                .isInstanceOfSatisfying(
                        MessageRefusedException.class,
                        refusal -> assertThat(refusal.violations())
                                .extracting(Violation::toString)
                                .containsExactly(
                                        "email: must be a valid email address [string.email]",
                                        "items: must be greater than 0 [int32.gt]"));
        desk.place(order).join();

        assertThat(listener.take()).isEqualTo(order);
    }

    @Test
    void comeBehindARecordThatIsNone() throws ExecutionException, InterruptedException {
        var order = order("ada@example.com", 3);

        write("poison", "no order");
        desk.place(order).join();

        assertThat(listener.take()).isEqualTo(order);
        assertThat(deadLetter("poison").value()).isEqualTo("no order".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void becomeDeadLettersIfTheListenerFails() throws InterruptedException {
        var tooMany = order("ada@example.com", 101);
        var order = order("ada@example.com", 4);

        desk.place(tooMany).join();
        desk.place(order).join();

        assertThat(listener.take()).isEqualTo(order);
        var letter = deadLetter(tooMany.getOrderId());
        assertThat(letter.value()).isEqualTo(tooMany.toByteArray());
        assertThat(letter.headers().headers(ContractVersion.HEADER)).hasSize(1);
    }

    private static OrderPlaced order(String email, int items) {
        return OrderPlaced.newBuilder()
                .setOrderId(UUID.randomUUID().toString())
                .setEmail(email)
                .setItems(items)
                .build();
    }

    private void write(String key, String value) throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(address, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, key, value)).get();
        }
    }

    private ConsumerRecord<String, byte[]> deadLetter(String key) {
        try (var consumer = new KafkaConsumer<>(address, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partition = new TopicPartition(DEAD_LETTERS, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (true) {
                for (var letter : consumer.poll(Duration.ofSeconds(1))) {
                    if (letter.key().equals(key)) {
                        return letter;
                    }
                }
            }
        }
    }
}

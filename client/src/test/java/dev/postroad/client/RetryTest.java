package dev.postroad.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.broker.junit.BrokerExtension;
import dev.postroad.client.connection.TopicMissingException;
import dev.postroad.client.orders.OrderPlaced;
import dev.postroad.client.retry.Retries;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.client.subscribe.BatchFailedException;
import dev.postroad.client.subscribe.Context;
import dev.postroad.client.subscribe.DeadLetterException;
import dev.postroad.client.subscribe.Handler;
import dev.postroad.client.subscribe.Mode;
import dev.postroad.client.subscribe.RetryAfterException;
import dev.postroad.client.subscribe.SubscriptionOptions;
import dev.postroad.contract.topic.DerivedTopics;
import dev.postroad.contract.topic.InternalTopics;
import dev.postroad.contract.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of records that a handler cannot handle, on a topic of one partition. */
@ExtendWith(BrokerExtension.class)
class RetryTest {
    private static final Topic<OrderPlaced> ORDERS = Topic.of(OrderPlaced.class);
    private static final String TOPIC = "orders.order-placed.v1";
    private static final SubscriptionOptions AFTER_A_SECOND =
            SubscriptionOptions.standard().withRetries(Retries.standard().withDelays(Duration.ofSeconds(1)));

    private final TestCluster cluster;
    private final BusSettings settings;
    private final DerivedTopics derived;
    private final Bus bus;
    private final List<String> handled = new CopyOnWriteArrayList<>();

    RetryTest(EmbeddedBroker broker, TestInfo test) {
        cluster = new TestCluster(broker.bootstrapServers());
        settings = new BusSettings(
                "r" + Integer.toHexString(test.getDisplayName().hashCode()),
                broker.bootstrapServers(),
                Duration.ofMillis(200));
        derived = new DerivedTopics(TOPIC, settings.service());
        cluster.recreate(TOPIC, InternalTopics.REPORTS);
        cluster.derive(settings.service(), TOPIC);
        cluster.create(List.of(derived.retry(Duration.ofSeconds(1))));
        bus = Bus.connect(settings);
    }

    @AfterEach
    void close() {
        bus.close();
        cluster.close();
    }

    @Test
    void makesADeadLetterOfWhatCannotBeReadAndGoesOn() {
        publish("a1");
        var poison = new ProducerRecord<>(TOPIC, bytes("k"), bytes("no protobuf"));
        poison.headers().add("traceparent", bytes("00-11-22-01"));
        cluster.write(poison);
        publish("a2");

        bus.subscribe(ORDERS, (order, context) -> handled.add(name(order)));

        await().untilAsserted(() -> assertThat(handled).containsExactly("a1", "a2"));
        await().untilAsserted(() -> assertThat(deadLetters()).hasSize(1));
        await().untilAsserted(() ->
                assertThat(cluster.committed(settings.service(), TOPIC)).isEqualTo(3));
        assertThat(deadLetters().get(0)).satisfies(letter -> {
            assertThat(letter.key()).isEqualTo(bytes("k"));
            assertThat(letter.value()).isEqualTo(bytes("no protobuf"));
            assertThat(header(letter, "topic")).isEqualTo(TOPIC);
            assertThat(header(letter, "partition")).isEqualTo("0");
            assertThat(header(letter, "offset")).isEqualTo("1");
            assertThat(header(letter, "group")).isEqualTo(settings.service());
            assertThat(header(letter, "delivery.count")).isEqualTo("1");
            assertThat(header(letter, "exception"))
                    .isEqualTo("dev.postroad.client.subscribe.UnreadableRecordException");
            assertThat(header(letter, "message")).isEqualTo("the record's 11 bytes are no orders.v1.OrderPlaced");
            assertThat(header(letter, "stacktrace")).contains("InvalidProtocolBufferException");
            assertThat(letter.headers().lastHeader("traceparent").value()).isEqualTo(bytes("00-11-22-01"));
        });
    }

    @Test
    void makesDeadLettersOfEveryKindOfPoison() {
        var limits = Map.of("max.message.bytes", Integer.toString(16 << 20));
        List.of(TOPIC, derived.deadLetters()).forEach(topic -> {
            cluster.delete(topic);
            cluster.create(List.of(topic), limits);
        });
        var random = new Random(7);
        var poisons = new ArrayList<byte[]>();
        for (var size : new int[] {1, 10, 1_000, 10 << 20}) {
            var bytes = new byte[size];
            random.nextBytes(bytes);
            // No field has the number 0.
            bytes[0] = 0;
            poisons.add(bytes);
        }
        var whole = order("a1").toByteArray();
        poisons.add(Arrays.copyOf(whole, whole.length - 1));
        poisons.forEach(poison -> {
            cluster.write(new ProducerRecord<>(TOPIC, poison));
            publish("b1");
        });
        cluster.write(new ProducerRecord<>(TOPIC, bytes("k"), null));

        bus.subscribe(ORDERS, (order, context) -> handled.add(name(order)));

        await().untilAsserted(() -> assertThat(deadLetters()).hasSize(poisons.size() + 1));
        assertThat(deadLetters().stream().limit(poisons.size()).map(ConsumerRecord::value))
                .containsExactlyElementsOf(poisons);
        assertThat(deadLetters().get(poisons.size()).value()).isNull();
        await().untilAsserted(() -> assertThat(handled).hasSize(poisons.size()));
    }

    @Test
    void retriesQuicklyThenLaterThenGivesUpWhileOthersGoOn() {
        var attempts = new CopyOnWriteArrayList<Context>();
        publish("a1", "b1", "a2");

        bus.subscribe(ORDERS, Mode.ordered(), AFTER_A_SECOND, (order, context) -> {
            if (name(order).equals("a1")) {
                attempts.add(context);
                throw new IllegalStateException("the warehouse is closed");
            }
            handled.add(name(order));
        });

        await().untilAsserted(() -> assertThat(deadLetters()).hasSize(1));
        assertThat(handled).containsExactly("b1", "a2");
        assertThat(attempts).extracting(Context::attempt).containsExactly(1, 2, 3, 4);
        assertThat(attempts)
                .extracting(Context::topic, Context::partition, Context::offset)
                .containsOnly(tuple(TOPIC, 0, 0L));
        assertThat(attempts)
                .extracting(Context::timestamp)
                .containsOnly(attempts.get(0).timestamp());
        assertThat(deadLetters().get(0)).satisfies(letter -> {
            assertThat(header(letter, "delivery.count")).isEqualTo("4");
            assertThat(header(letter, "retries")).isEqualTo("1");
            assertThat(header(letter, "message")).isEqualTo("the warehouse is closed");
            assertThat(OrderPlaced.parseFrom(letter.value())).isEqualTo(order("a1"));
        });
        await().untilAsserted(
                        () -> assertThat(cluster.committed(settings.service(), derived.retry(Duration.ofSeconds(1))))
                                .isEqualTo(1));
    }

    @Test
    void handlesARecordLaterThatItsHandlerPutOff() {
        var at = new CopyOnWriteArrayList<Instant>();
        publish("a1");

        bus.subscribe(ORDERS, Mode.keyed(4), AFTER_A_SECOND, (order, context) -> {
            at.add(Instant.now());
            if (context.attempt() == 1) {
                throw new RetryAfterException(Duration.ofSeconds(2), "the shop opens soon");
            }
            handled.add(name(order));
        });

        await().untilAsserted(() -> assertThat(handled).containsExactly("a1"));
        assertThat(Duration.between(at.get(0), at.get(1))).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void givesUpAtOnceWhatItsHandlerGivesUp() {
        publish("a1", "a2");

        bus.subscribe(ORDERS, (order, context) -> {
            if (name(order).equals("a1")) {
                throw new DeadLetterException("no such customer");
            }
            handled.add(name(order));
        });

        await().untilAsserted(() -> assertThat(deadLetters())
                .singleElement()
                .satisfies(letter -> assertThat(header(letter, "message")).isEqualTo("no such customer")));
        await().untilAsserted(() -> assertThat(handled).containsExactly("a2"));
    }

    @Test
    void givesUpOneMessageOfABatch() {
        publish("a1", "a2", "a3");

        bus.subscribe(ORDERS, Mode.batch(3, Duration.ofSeconds(1)), (orders, context) -> {
            var names = orders.stream().map(RetryTest::name).toList();
            if (names.contains("a2")) {
                throw new BatchFailedException(names.indexOf("a2"), new DeadLetterException("no such customer"));
            }
            handled.addAll(names);
        });

        await().untilAsserted(() -> assertThat(deadLetters()).hasSize(1));
        await().untilAsserted(() ->
                assertThat(cluster.committed(settings.service(), TOPIC)).isEqualTo(3));
        assertThat(handled).containsExactly("a3");
    }

    @Test
    void keepsTheOrderOfAKeyThatIsRetried() {
        publish("a1", "b1", "a2", "b2");
        var inOrder =
                SubscriptionOptions.standard().withRetries(Retries.inOrder().withDelays(Duration.ofSeconds(1)));

        bus.subscribe(ORDERS, Mode.keyed(2), inOrder, (order, context) -> {
            if (name(order).equals("a1") && context.attempt() < 4) {
                throw new IllegalStateException("not yet");
            }
            handled.add(name(order));
        });

        await().untilAsserted(() -> assertThat(handled).hasSize(4));
        assertThat(handled).containsExactly("b1", "b2", "a1", "a2");
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void keepsRecordsThatBreakARuleFromAHandlerThatAsksForIt() {
        var broken = OrderPlaced.newBuilder().setOrderId("a").setItems(-1).build();
        cluster.write(new ProducerRecord<>(TOPIC, bytes("a"), broken.toByteArray()));
        publish("a2");

        bus.subscribe(
                ORDERS,
                Mode.ordered(),
                SubscriptionOptions.standard().enforcingRules(),
                (order, context) -> handled.add(name(order)));

        await().untilAsserted(() -> assertThat(handled).containsExactly("a2"));
        await().untilAsserted(() -> assertThat(deadLetters())
                .singleElement()
                .satisfies(letter -> assertThat(header(letter, "message"))
                        .startsWith("the message breaks its contract: items: must be greater than 0")));
    }

    @Test
    void stopsWhileMostRecordsFailAndMakesNoDeadLetters() {
        var isDown = new AtomicBoolean(true);
        var names =
                IntStream.rangeClosed(1, 60).mapToObj(number -> "a" + number).toArray(String[]::new);
        publish(names);
        var attempts = new AtomicInteger();
        Handler<OrderPlaced> handler = (order, context) -> {
            attempts.incrementAndGet();
            if (isDown.get()) {
                throw new IllegalStateException("the database is down");
            }
            handled.add(name(order));
        };

        bus.subscribe(ORDERS, handler);
        await().until(() -> attempts.get() > 20);
        await().during(Duration.ofSeconds(4)).atMost(Duration.ofSeconds(5)).until(() -> attempts.get() < 40);
        isDown.set(false);

        // Trials are up to half a minute apart.
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(handled).containsExactlyInAnyOrder(names));
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void waitsAtARecordThatCannotBecomeADeadLetter() {
        publish("a1", "a2");
        bus.subscribe(ORDERS, (order, context) -> {
            if (name(order).equals("a1")) {
                await().ignoreExceptions().until(() -> {
                    cluster.delete(derived.deadLetters());
                    return true;
                });
                throw new DeadLetterException("no such customer");
            }
            handled.add(name(order));
        });
        await().untilAsserted(() -> assertThat(handled).containsExactly("a2"));
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(3))
                .until(() -> cluster.committed(settings.service(), TOPIC) == 0);

        cluster.create(List.of(derived.deadLetters()));

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(deadLetters()).hasSize(1));
        await().untilAsserted(() ->
                assertThat(cluster.committed(settings.service(), TOPIC)).isEqualTo(2));
    }

    @Test
    void namesTheTopicsThatTheGroupLacks() {
        cluster.delete(derived.deadLetters());
        cluster.delete(derived.retry(Duration.ofMinutes(1)));

        assertThatThrownBy(() -> bus.subscribe(ORDERS, (order, context) -> handled.add(name(order))))
                .isInstanceOf(TopicMissingException.class)
                .hasMessage(
                        "topics %s, %s are not on the cluster at %s; name %s under subscribes in services/%s.yaml, and create what is missing with: postroad apply",
                        derived.retry(Duration.ofMinutes(1)),
                        derived.deadLetters(),
                        settings.bootstrap(),
                        TOPIC,
                        settings.service());
    }

    @Test
    void countsRetriesAndDeadLetters() {
        publish("a1");

        bus.subscribe(ORDERS, Mode.ordered(), AFTER_A_SECOND, (order, context) -> {
            throw new IllegalStateException("never");
        });

        await().untilAsserted(() -> assertThat(cluster.read(InternalTopics.REPORTS))
                .map(found -> TestCluster.report(found.value()))
                .filteredOn(report -> report.getService().equals(settings.service()))
                .last()
                .satisfies(report -> {
                    assertThat(report.getConsumed(0).getFailed()).isEqualTo(4);
                    assertThat(report.getConsumed(0).getRetried()).isEqualTo(1);
                    assertThat(report.getConsumed(0).getDeadLettered()).isEqualTo(1);
                }));
    }

    private List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        return cluster.read(derived.deadLetters());
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader("__dlq.errors." + name).value(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String name(OrderPlaced order) {
        return order.getOrderId() + order.getItems();
    }

    /** The first letter is the order's id, which is the key; the number behind it tells records of a key apart. */
    private static OrderPlaced order(String name) {
        return OrderPlaced.newBuilder()
                .setOrderId(name.substring(0, 1))
                .setItems(Integer.parseInt(name.substring(1)))
                .build();
    }

    private void publish(String... names) {
        var publisher = bus.publisher(OrderPlaced.class);
        for (var name : names) {
            publisher.publish(order(name)).join();
        }
    }
}

package dev.postroad.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.broker.junit.BrokerExtension;
import dev.postroad.client.connection.TopicMissingException;
import dev.postroad.client.deadletter.DeadLetter;
import dev.postroad.client.deadletter.Position;
import dev.postroad.client.deadletter.Replay;
import dev.postroad.client.orders.OrderPlaced;
import dev.postroad.client.retry.Retries;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.client.subscribe.Context;
import dev.postroad.client.subscribe.DeadLetterException;
import dev.postroad.client.subscribe.Mode;
import dev.postroad.client.subscribe.SubscriptionOptions;
import dev.postroad.contract.topic.DerivedTopics;
import dev.postroad.contract.topic.GroupName;
import dev.postroad.contract.topic.InternalTopics;
import dev.postroad.contract.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerExtension.class)
class DeadLettersTest {
    private static final Topic<OrderPlaced> ORDERS = Topic.of(OrderPlaced.class);
    private static final String TOPIC = "orders.order-placed.v1";

    private final TestCluster cluster;
    private final BusSettings settings;
    private final DerivedTopics derived;
    private final Bus bus;
    private final List<Integer> handled = new CopyOnWriteArrayList<>();
    private final List<Context> contexts = new CopyOnWriteArrayList<>();
    private final AtomicBoolean isMended = new AtomicBoolean();

    DeadLettersTest(EmbeddedBroker broker, TestInfo test) {
        cluster = new TestCluster(broker.bootstrapServers());
        settings = new BusSettings(
                "d" + Integer.toHexString(test.getDisplayName().hashCode()), broker.bootstrapServers(), Duration.ZERO);
        derived = new DerivedTopics(TOPIC, settings.service());
        cluster.recreate(TOPIC, InternalTopics.REPORTS);
        cluster.derive(settings.service(), TOPIC);
        bus = Bus.connect(settings);
    }

    @AfterEach
    void close() {
        bus.close();
        cluster.close();
    }

    @Test
    void areThoseThatTheGroupGaveUp() {
        makeDeadLetters(3);

        var letters = open();

        assertThat(letters).extracting(DeadLetter::position).containsExactly(at(0), at(1), at(2));
        assertThat(letters.get(1)).satisfies(letter -> {
            assertThat(letter.origin().topic()).isEqualTo(TOPIC);
            assertThat(letter.origin().offset()).isEqualTo(1);
            assertThat(letter.origin().replays()).isZero();
            assertThat(letter.exception()).hasValue("dev.postroad.client.subscribe.DeadLetterException");
            assertThat(letter.reason()).hasValue("no customer 1");
            assertThat(letter.stackTrace()).isPresent();
            assertThat(letter.at())
                    .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
        });
        assertThat(bus.deadLetters(ORDERS).list(letter -> true, 2)).hasSize(2);
        assertThat(bus.deadLetters(ORDERS).list(letter -> letter.reason().get().endsWith("2"), 9))
                .hasSize(1);
    }

    @Test
    void areHandledOnceReplayed() {
        makeDeadLetters(3);
        isMended.set(true);

        var result = bus.deadLetters(ORDERS)
                .replay(Replay.of(letter -> !letter.position().equals(at(1))));

        assertThat(result).isEqualTo(new Replay.Result(2, 0));
        await().untilAsserted(() -> assertThat(handled).containsExactly(0, 2));
        assertThat(contexts).extracting(Context::offset).containsExactly(0L, 2L);
        assertThat(contexts).extracting(Context::attempt).containsOnly(2);
        assertThat(open()).extracting(DeadLetter::position).containsExactly(at(1));
        assertThat(cluster.read(TOPIC)).hasSize(3);
    }

    @Test
    void areNotReplayedTwice() {
        makeDeadLetters(2);
        isMended.set(true);
        bus.deadLetters(ORDERS).replay(Replay.of(letter -> true));

        assertThat(bus.deadLetters(ORDERS).replay(Replay.of(letter -> true))).isEqualTo(new Replay.Result(0, 0));
    }

    @Test
    void areOnlyCountedByADryRun() {
        makeDeadLetters(2);

        assertThat(bus.deadLetters(ORDERS).replay(Replay.of(letter -> true).dryRun()))
                .isEqualTo(new Replay.Result(2, 0));
        assertThat(open()).hasSize(2);
    }

    @Test
    void areLeftWhereTheyAreWhenTheyWereReplayedTooOften() {
        makeDeadLetters(1);
        var twice = new Replay(letter -> true, 10, 100, 2, false);

        for (var time = 1; time <= 2; time++) {
            assertThat(bus.deadLetters(ORDERS).replay(twice)).isEqualTo(new Replay.Result(1, 0));
            var replays = time;
            await().untilAsserted(() -> assertThat(open())
                    .extracting(letter -> letter.origin().replays())
                    .containsExactly(replays));
        }

        assertThat(bus.deadLetters(ORDERS).replay(twice)).isEqualTo(new Replay.Result(0, 1));
        assertThat(open()).singleElement().satisfies(letter -> {
            assertThat(letter.origin().offset()).isZero();
            assertThat(letter.origin().deliveries()).isEqualTo(3);
        });
    }

    @Test
    void areReplayedAsManyAndAsFastAsAsked() {
        makeDeadLetters(20);
        isMended.set(true);
        var begun = Instant.now();

        var result = bus.deadLetters(ORDERS).replay(new Replay(letter -> true, 11, 10, 3, false));

        assertThat(result.replayed()).isEqualTo(11);
        // Ten pauses of a tenth of a second lie between eleven.
        assertThat(Duration.between(begun, Instant.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(open()).hasSize(9);
    }

    @Test
    void comeBackToASubscriptionThatKeepsItsOrder() {
        publish(1);
        var inOrder = SubscriptionOptions.standard().withRetries(Retries.inOrder());
        bus.subscribe(ORDERS, Mode.keyed(2), inOrder, this::handle);
        await().until(() -> open().size() == 1);
        isMended.set(true);

        bus.deadLetters(ORDERS).replay(Replay.of(letter -> true));

        await().untilAsserted(() -> assertThat(handled).containsExactly(0));
    }

    @Test
    void areNotThereWhereNobodySubscribes() {
        assertThatThrownBy(() -> bus.deadLetters(ORDERS.contract(), GroupName.of("nobody")))
                .isInstanceOf(TopicMissingException.class)
                .hasMessageContaining(TOPIC + ".nobody.dlt")
                .hasMessageContaining("services/nobody.yaml");
    }

    private List<DeadLetter> open() {
        return bus.deadLetters(ORDERS).list(letter -> true, Long.MAX_VALUE);
    }

    private static Position at(long offset) {
        return new Position(0, offset);
    }

    private void makeDeadLetters(int count) {
        publish(count);
        bus.subscribe(ORDERS, this::handle);
        await().until(() -> cluster.read(derived.deadLetters()).size() == count);
    }

    private void handle(OrderPlaced order, Context context) throws DeadLetterException {
        if (!isMended.get()) {
            throw new DeadLetterException("no customer " + (order.getItems() - 1));
        }
        contexts.add(context);
        handled.add(order.getItems() - 1);
    }

    private void publish(int count) {
        var publisher = bus.publisher(OrderPlaced.class);
        IntStream.rangeClosed(1, count)
                .mapToObj(number -> OrderPlaced.newBuilder()
                        .setOrderId("a")
                        .setItems(number)
                        .build())
                .forEach(order -> publisher.publish(order).join());
    }
}

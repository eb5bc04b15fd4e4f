package dev.postroad.client.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postroad.client.connection.KafkaConnection;
import dev.postroad.client.lane.SystemTimer;
import dev.postroad.client.lane.Workers;
import dev.postroad.client.orders.OrderPlaced;
import dev.postroad.client.report.Reporter;
import dev.postroad.client.retry.Recovery;
import dev.postroad.client.retry.Relay;
import dev.postroad.client.retry.Retries;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.client.subscribe.Handler;
import dev.postroad.client.subscribe.Mode;
import dev.postroad.client.subscribe.Reading;
import dev.postroad.client.subscribe.Subscription;
import dev.postroad.client.subscribe.SubscriptionOptions;
import dev.postroad.client.telemetry.Telemetry;
import dev.postroad.contract.topic.DerivedTopics;
import dev.postroad.contract.topic.Topic;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.clients.consumer.RetriableCommitFailedException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.LeaderNotAvailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a real broker does too seldom to wait for, done by Kafka's own mock. */
class GroupLoopTest {
    private static final TopicPartition FIRST = new TopicPartition("orders.order-placed.v1", 0);
    private static final TopicPartition SECOND = new TopicPartition("orders.order-placed.v1", 1);

    private final FailingConsumer consumer = new FailingConsumer();
    private final List<String> handled = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final BusSettings settings = BusSettings.of("billing", Map.of());
    private final SystemTimer timer = new SystemTimer();
    private final Telemetry telemetry = new Telemetry(settings, OpenTelemetry.noop());
    private final Reporter reporter =
            new Reporter(settings, new KafkaConnection(settings), telemetry, Clock.systemUTC(), timer, List::of);
    private final GroupLoop loop = new GroupLoop(
            "billing", () -> consumer, timer, Duration.ofMillis(500), Duration.ofSeconds(5), failures::add);
    private final ExecutorService workers = Workers.platform("test", 2);

    @AfterEach
    void close() {
        loop.close();
        workers.shutdownNow();
        timer.close();
    }

    @Test
    void tellsWhatEndedItsThread() {
        start((order, context) -> {});

        consumer.schedulePollTask(() -> consumer.setPollException(new GroupAuthorizationException("billing")));

        await().untilAsserted(
                        () -> assertThat(failures).singleElement().isInstanceOf(GroupAuthorizationException.class));
        assertThat(consumer.closed()).isTrue();
    }

    @Test
    void goesOnAfterAFailureThatMayPass() {
        start((order, context) -> handled.add(order.getOrderId()));

        consumer.schedulePollTask(() -> consumer.setPollException(new LeaderNotAvailableException("moving")));
        consumer.schedulePollTask(() -> {
            assign(FIRST);
            add(FIRST, 0, "a1");
        });

        await().untilAsserted(() -> assertThat(handled).containsExactly("a1"));
        assertThat(failures).isEmpty();
    }

    @Test
    void repeatsACommitThatFailed() {
        start((order, context) -> handled.add(order.getOrderId()));

        consumer.failNextCommit();
        consumer.schedulePollTask(() -> {
            assign(FIRST);
            add(FIRST, 0, "a1");
        });

        await().untilAsserted(() -> assertThat(committed(FIRST)).hasValue(1L));
        assertThat(consumer.failedCommits).isEqualTo(1);
    }

    @Test
    void commitsAllThatIsHandledAfterSeveralCommitsFailed() {
        start((order, context) -> handled.add(order.getOrderId()));

        consumer.holdCommits();
        consumer.schedulePollTask(() -> {
            assign(FIRST);
            add(FIRST, 0, "a1");
        });
        consumer.schedulePollTask(() -> add(FIRST, 1, "a2"));
        await().until(() -> consumer.held.size() == 2);
        consumer.schedulePollTask(consumer::failHeldCommits);

        await().untilAsserted(() -> assertThat(committed(FIRST)).hasValue(2L));
    }

    @Test
    void commitsWhatAFailedCommitHeldBeforeItsPartitionGoesAway() {
        start((order, context) -> handled.add(order.getOrderId()));
        consumer.failNextCommit();
        consumer.schedulePollTask(() -> {
            assign(FIRST, SECOND);
            add(FIRST, 0, "a1");
        });

        await().until(() -> consumer.failedCommits == 1);
        consumer.schedulePollTask(() -> consumer.rebalance(List.of(SECOND)));
        consumer.schedulePollTask(() -> consumer.rebalance(List.of(FIRST, SECOND)));

        await().untilAsserted(() -> assertThat(committed(FIRST)).hasValue(1L));
    }

    @Test
    void letsOtherPartitionsGoOnWhileOneWaits() {
        start((order, context) -> {
            if (order.getOrderId().equals("poison")) {
                throw new IllegalStateException("cannot be handled");
            }
            handled.add(order.getOrderId());
        });

        consumer.schedulePollTask(() -> {
            assign(FIRST, SECOND);
            add(FIRST, 0, "poison");
            add(FIRST, 1, "behind");
            add(SECOND, 0, "b1");
        });

        await().untilAsserted(() -> assertThat(handled).containsExactly("b1"));
        await().untilAsserted(() -> assertThat(committed(SECOND)).hasValue(1L));
        assertThat(handled).containsExactly("b1");
        assertThat(committed(FIRST)).isEmpty();
    }

    @Test
    void closesSeveralAtTheSameTime() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var othersConsumer = new FailingConsumer();
        var other = new GroupLoop(
                "billing.audit",
                () -> othersConsumer,
                timer,
                Duration.ofMillis(500),
                Duration.ofSeconds(5),
                failures::add);
        start((order, context) -> {
            begun.countDown();
            // Whoever closes one after the other waits for this one first, and interrupts it.
            await().until(othersConsumer::closed);
            handled.add(order.getOrderId());
        });
        other.start();
        consumer.schedulePollTask(() -> {
            assign(FIRST);
            add(FIRST, 0, "a1");
        });
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

        GroupLoop.closeAll(List.of(loop, other));

        assertThat(handled).containsExactly("a1");
        assertThat(consumer.closed()).isTrue();
        assertThat(failures).isEmpty();
    }

    private void start(Handler<OrderPlaced> handler) {
        var topic = Topic.of(OrderPlaced.class);
        var figures = reporter.consuming(topic.contract(), "billing", "ordered");
        var name = topic.contract().kafkaTopic();
        var derived = new DerivedTopics(name, "billing");
        var relay = new Relay(() -> {
            throw new AssertionError("nothing is moved");
        });
        var clock = Clock.systemUTC();
        var recovery = new Recovery(Retries.untilHandled(), derived, relay, figures, clock, System.nanoTime());
        var reading = new Reading<>(topic, false, figures, telemetry.processing("billing"), recovery, clock, timer);
        var options = SubscriptionOptions.standard().withRetries(Retries.untilHandled());
        loop.add(Subscription.of(reading, Mode.ordered(), options, handler).intaking(workers));
        loop.start();
    }

    private void assign(TopicPartition... partitions) {
        consumer.rebalance(List.of(partitions));
        for (var partition : partitions) {
            consumer.updateBeginningOffsets(Map.of(partition, 0L));
        }
    }

    private void add(TopicPartition partition, long offset, String id) {
        var order = OrderPlaced.newBuilder().setOrderId(id).setItems(1).build();
        consumer.addRecord(new ConsumerRecord<>(
                partition.topic(), partition.partition(), offset, new byte[0], order.toByteArray()));
    }

    private Optional<Long> committed(TopicPartition partition) {
        return Optional.ofNullable(consumer.committed(Set.of(partition)).get(partition))
                .map(OffsetAndMetadata::offset);
    }

    /** Kafka's mock, which never fails to commit, but for the commits that it is told to fail, at once or later. */
    private static final class FailingConsumer extends MockConsumer<byte[], byte[]> {
        private volatile boolean failNext;
        private volatile int failedCommits;
        private volatile boolean hold;
        private final List<Runnable> held = new CopyOnWriteArrayList<>();

        FailingConsumer() {
            super("earliest");
        }

        void failNextCommit() {
            failNext = true;
        }

        void holdCommits() {
            hold = true;
        }

        void failHeldCommits() {
            hold = false;
            held.forEach(Runnable::run);
            held.clear();
        }

        @Override
        public synchronized void commitAsync(
                Map<TopicPartition, OffsetAndMetadata> offsets, OffsetCommitCallback callback) {
            if (hold) {
                held.add(() -> fail(offsets, callback));
            } else if (failNext) {
                failNext = false;
                failedCommits = 1;
                fail(offsets, callback);
            } else {
                super.commitAsync(offsets, callback);
            }
        }

        private static void fail(Map<TopicPartition, OffsetAndMetadata> offsets, OffsetCommitCallback callback) {
            callback.onComplete(offsets, new RetriableCommitFailedException("the coordinator moves"));
        }
    }
}

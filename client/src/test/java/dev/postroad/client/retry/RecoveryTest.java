package dev.postroad.client.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.client.lane.Assignment;
import dev.postroad.client.lane.Crew;
import dev.postroad.client.lane.Gate;
import dev.postroad.client.lane.HandTimer;
import dev.postroad.client.lane.InFlight;
import dev.postroad.client.lane.Lanes;
import dev.postroad.client.lane.Outcome;
import dev.postroad.client.lane.Work;
import dev.postroad.client.orders.OrderPlaced;
import dev.postroad.client.report.FreshFigures;
import dev.postroad.client.telemetry.RunSampler;
import dev.postroad.contract.topic.DerivedTopics;
import dev.postroad.contract.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class RecoveryTest {
    private static final String ORDERS = "orders.order-placed.v1";
    private static final Failure THROWN = new Failure.Thrown(new IllegalStateException("the warehouse is closed"));
    private static final Failure LATER = new Failure.Later(Duration.ofSeconds(1), new Exception("in a second"));
    private static final Outcome FIRST_QUICK_RETRY = new Outcome.Again(Duration.ofMillis(50));

    private final HandTimer timer = new HandTimer();
    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final Recovery recovery = new Recovery(
            Retries.inOrder(),
            new DerivedTopics(ORDERS, "billing"),
            new Relay(() -> producer),
            FreshFigures.of(Topic.of(OrderPlaced.class).contract(), "billing"),
            timer,
            timer.nanos());
    private final Crew crew = new Crew(Runnable::run, timer, nanos -> true, new RunSampler(Long.MAX_VALUE), failure -> {
        throw new AssertionError(failure);
    });
    private final List<Outcome> outcomes = new ArrayList<>();
    private Failure next = THROWN;

    @Test
    void usesUpNoRetryInAnOutage() {
        failNine();
        handle(record(0), this::fail);
        timer.pass(Duration.ofMinutes(5));
        assertThat(outcomes).hasSizeGreaterThan(6);

        recovery.handled(record(10));
        outcomes.clear();
        timer.pass(Duration.ofSeconds(31));

        assertThat(outcomes).startsWith(FIRST_QUICK_RETRY);
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void usesUpNoRetryWhereTheHandlerAsksForTime() {
        next = LATER;
        handle(record(0), this::fail);
        timer.pass(Duration.ofSeconds(10));
        assertThat(outcomes).hasSizeGreaterThan(6);

        next = THROWN;
        outcomes.clear();
        timer.pass(Duration.ofSeconds(1));

        assertThat(outcomes).startsWith(FIRST_QUICK_RETRY);
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void letsOthersTryInAnOutageWhereARecordKeepsItsPlace() {
        var gated = crew(recovery.gate());
        failNine();
        Lanes.byPartition(gated, record -> recovery.failed(record, THROWN, gated))
                .offer(List.of(record(0)));
        Lanes.byPartition(gated, this::succeed).offer(List.of(record(10)));

        for (var polls = 0; polls < 1200; polls++) {
            timer.pass(Duration.ofMillis(100));
            gated.wake();
        }

        assertThat(outcomes).containsExactly(Outcome.DONE);
    }

    private Crew crew(Gate gate) {
        return new Crew(Runnable::run, timer, gate, new RunSampler(Long.MAX_VALUE), failure -> {
            throw new AssertionError(failure);
        });
    }

    private void failNine() {
        for (var offset = 1; offset < 10; offset++) {
            handle(record(offset), this::failOnce);
        }
    }

    private void handle(InFlight record, Work work) {
        Lanes.byPartition(crew, work).offer(List.of(record));
    }

    private Outcome succeed(InFlight record) {
        recovery.handled(record);
        outcomes.add(Outcome.DONE);
        return Outcome.DONE;
    }

    private Outcome failOnce(InFlight record) {
        recovery.failed(record, THROWN, crew);
        return new Outcome.Moved(new CompletableFuture<>());
    }

    private Outcome fail(InFlight record) {
        var outcome = recovery.failed(record, next, crew);
        outcomes.add(outcome);
        return outcome;
    }

    private InFlight record(long offset) {
        var received = new ConsumerRecord<>(ORDERS, 0, offset, new byte[1], new byte[1]);
        var assignment = new Assignment(new TopicPartition(ORDERS, 0), timer.nanos());
        return assignment.begin(List.of(received), null, timer.nanos()).get(0);
    }
}

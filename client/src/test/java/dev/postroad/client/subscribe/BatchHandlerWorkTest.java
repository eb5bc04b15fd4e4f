package dev.postroad.client.subscribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.postroad.client.lane.Assignment;
import dev.postroad.client.lane.Crew;
import dev.postroad.client.lane.HandTimer;
import dev.postroad.client.lane.InFlight;
import dev.postroad.client.lane.Lanes;
import dev.postroad.client.orders.OrderPlaced;
import dev.postroad.client.report.FreshFigures;
import dev.postroad.client.retry.Recovery;
import dev.postroad.client.retry.Relay;
import dev.postroad.client.retry.Retries;
import dev.postroad.client.telemetry.RunSampler;
import dev.postroad.contract.topic.DerivedTopics;
import dev.postroad.contract.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class BatchHandlerWorkTest {
    private static final Topic<OrderPlaced> ORDERS = Topic.of(OrderPlaced.class);
    private static final String NAME = ORDERS.contract().kafkaTopic();
    private static final int BAD = 2;

    private final HandTimer timer = new HandTimer();
    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final List<List<Integer>> handled = new ArrayList<>();

    @Test
    void givesUpNoneButTheBadRecordOfABatchThatFailedAsAWhole() {
        handle(Retries.standard(), new DeadLetterException("the order is void"));

        assertThat(handled).containsExactly(List.of(1), List.of(3));
        assertThat(producer.history())
                .extracting(ProducerRecord::topic, ProducerRecord::value)
                .containsExactly(tuple(NAME + ".billing.dlt", order(BAD).toByteArray()));
    }

    @Test
    void usesUpNoRetryForANeighbour() {
        handle(new Retries(Retries.Place.MEMORY, List.of()), new IllegalStateException("the warehouse is closed"));

        // With the batch, and three times by itself.
        assertThat(producer.history()).hasSize(1);
        assertThat(header(producer.history().get(0), "__dlq.errors.delivery.count"))
                .isEqualTo("4");
    }

    @Test
    void leavesTheRecordsToOthersWhenTheyWereTakenAwayMeanwhile() {
        var batch = batch();
        var assignment = batch.get(0).assignment();
        handle(batch, Retries.standard(), (orders, context) -> {
            assignment.end();
            assignment.giveUp();
            throw new BatchFailedException(1, new DeadLetterException("interrupted"));
        });

        assertThat(producer.history()).isEmpty();
    }

    private static String header(ProducerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Handles a batch of three whose second is bad, until all of it is dealt with. */
    private void handle(Retries retries, Exception thrown) {
        handle(batch(), retries, (orders, context) -> {
            var numbers = orders.stream().map(OrderPlaced::getItems).toList();
            if (numbers.contains(BAD)) {
                throw thrown;
            }
            handled.add(numbers);
        });
    }

    private void handle(List<InFlight> batch, Retries retries, BatchHandler<OrderPlaced> handler) {
        var crew = new Crew(Runnable::run, timer, nanos -> true, new RunSampler(Long.MAX_VALUE), failure -> {
            throw new AssertionError(failure);
        });
        Lanes.inBatches(crew, new BatchHandlerWork<>(reading(retries), handler, crew), batch.size(), Duration.ZERO)
                .offer(batch);
        timer.pass(Duration.ofSeconds(5));
    }

    private Reading<OrderPlaced> reading(Retries retries) {
        var figures = FreshFigures.of(ORDERS.contract(), "billing");
        var recovery = new Recovery(
                retries, new DerivedTopics(NAME, "billing"), new Relay(() -> producer), figures, timer, timer.nanos());
        return new Reading<>(ORDERS, false, figures, FreshFigures.tracing("billing"), recovery, timer, timer);
    }

    private List<InFlight> batch() {
        var records = IntStream.rangeClosed(1, 3)
                .mapToObj(items -> new ConsumerRecord<>(
                        NAME, 0, (long) items, new byte[1], order(items).toByteArray()))
                .toList();
        return new Assignment(new TopicPartition(NAME, 0), timer.nanos()).begin(records, null, timer.nanos());
    }

    private static OrderPlaced order(int items) {
        return OrderPlaced.newBuilder().setItems(items).build();
    }
}

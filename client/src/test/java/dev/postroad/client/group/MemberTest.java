package dev.postroad.client.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.client.lane.Crew;
import dev.postroad.client.lane.HandTimer;
import dev.postroad.client.lane.Lanes;
import dev.postroad.client.lane.Outcome;
import dev.postroad.client.telemetry.RunSampler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class MemberTest {
    private static final String TOPIC = "orders.order-placed.v1";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(45);

    private final HandTimer timer = new HandTimer();
    private final Pulse pulse = new Pulse(SESSION_TIMEOUT, timer.nanos());
    private final OnePartition consumer = new OnePartition();
    private final List<Long> handled = new ArrayList<>();
    private final Member member = member();

    @Test
    void startsNothingAfterASuspensionUntilTheGroupConfirmsIt() {
        turn();
        timer.pass(SESSION_TIMEOUT);
        consumer.isForgotten = true;

        turn();
        consumer.next = List.of(new ConsumerRecord<>(TOPIC, 0, 0, new byte[1], new byte[1]));
        turn();
        assertThat(handled).isEmpty();

        consumer.isForgotten = false;
        turn();
        turn();
        assertThat(handled).containsExactly(0L);
    }

    @Test
    void isSeenWithAPartitionAsSoonAsItHasOne() {
        consumer.isLate = true;
        turn();
        assertThat(member.seen().hasJoined()).isTrue();
        assertThat(member.seen().partitions()).isEmpty();

        turn();
        assertThat(member.seen().partitions())
                .extracting(PartitionView::partition)
                .containsExactly(PARTITION);
    }

    private void turn() {
        member.turn(Set.of(TOPIC));
    }

    private Member member() {
        var crew = new Crew(Runnable::run, timer, pulse, new RunSampler(Long.MAX_VALUE), failure -> {
            throw new AssertionError(failure);
        });
        var lanes = Lanes.byPartition(crew, record -> {
            handled.add(record.received().offset());
            return Outcome.DONE;
        });
        var intake = new Intake(crew, lanes, null);
        var settings = new MemberSettings(
                Duration.ofMillis(500), Duration.ofSeconds(10), Duration.ofSeconds(3), InFlightLimit.STANDARD);
        return new Member(
                "billing", consumer, topic -> intake, timer, pulse, new MemberFigures(timer.nanos()), settings);
    }

    /** A consumer that has one partition, whether the group has forgotten it or not. */
    private static final class OnePartition extends MockConsumer<byte[], byte[]> {
        private List<ConsumerRecord<byte[], byte[]>> next = List.of();
        private boolean isForgotten;
        /** Whether the group gives out the partition only after the first turn. */
        private boolean isLate;

        private Optional<ConsumerRebalanceListener> waiting = Optional.empty();

        OnePartition() {
            super("earliest");
        }

        @Override
        public synchronized void subscribe(Collection<String> topics, ConsumerRebalanceListener listener) {
            super.subscribe(topics, listener);
            listener.onPartitionsAssigned(isLate ? List.of() : List.of(PARTITION));
            waiting = Optional.of(listener).filter(unused -> isLate);
        }

        @Override
        public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            if (!isLate) {
                waiting.ifPresent(listener -> listener.onPartitionsAssigned(List.of(PARTITION)));
            }
            isLate = false;
            var polled = next;
            next = List.of();
            return polled.isEmpty()
                    ? ConsumerRecords.empty()
                    : new ConsumerRecords<>(Map.of(PARTITION, polled), Map.of());
        }

        @Override
        public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
            if (isForgotten) {
                throw new CommitFailedException("the member is unknown");
            }
        }
    }
}

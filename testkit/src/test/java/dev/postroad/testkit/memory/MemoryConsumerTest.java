package dev.postroad.testkit.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class MemoryConsumerTest {
    private static final String TOPIC = "orders.order-placed.v1";

    private final MemoryLogs logs = new MemoryLogs(1, Clock.systemUTC());
    private final Faults faults = new Faults();
    private final List<String> revoked = new ArrayList<>();

    @Test
    void losesItsPartitionsOnceForEachRebalanceInEachGroup() {
        var members = List.of(member("billing"), member("billing.audit"));
        poll(members);
        assertThat(revoked).isEmpty();

        faults.forceRebalance();
        poll(members);
        poll(members);

        assertThat(revoked).containsExactly("billing", "billing.audit");
        assertThat(members).allSatisfy(member -> assertThat(member.assignment()).hasSize(1));
    }

    private MemoryConsumer member(String group) {
        var member = MemoryConsumer.member(logs, group, faults);
        member.subscribe(List.of(TOPIC), new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                revoked.add(group);
            }

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}
        });
        return member;
    }

    private static void poll(List<MemoryConsumer> members) {
        members.forEach(member -> member.poll(Duration.ZERO));
    }
}

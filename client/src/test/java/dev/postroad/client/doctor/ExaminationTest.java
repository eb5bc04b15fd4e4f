package dev.postroad.client.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.client.connection.TopicState;
import dev.postroad.client.doctor.DoctorFinding.Grade;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExaminationTest {
    /** Columns: rights, brokers, partitions, replicas, in sync, min in sync, policy. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            READ WRITE | 3 | 6 | 3 | 3 | 2 | delete  | GOOD    | topic orders: 6 partitions, 3 in sync (min.insync.replicas 2); write is allowed
            -          | 3 | 6 | 3 | 3 |   |         | GOOD    | topic orders: 6 partitions, 3 in sync; write is allowed
            READ       | 3 | 6 | 3 | 3 | 2 | delete  | DENIED  | billing may not write topic orders; have an ACL allow it
            WRITE      | 3 | 6 | 3 | 1 | 2 | delete  | ERROR   | topic orders: a partition has 1 of 3 replicas in sync, and min.insync.replicas is 2, so nothing can be published to it; see whether all brokers are up
            WRITE      | 3 | 6 | 1 | 1 | 1 | delete  | WARNING | topic orders has one replica, so it stands still while that broker is away, and may be lost with it; have it replicated
            WRITE      | 1 | 6 | 1 | 1 | 1 | delete  | GOOD    | topic orders: 6 partitions, 1 in sync (min.insync.replicas 1); write is allowed
            WRITE      | 3 | 6 | 3 | 3 | 1 | delete  | WARNING | topic orders: min.insync.replicas is 1, so a message that is acknowledged may be lost with one broker; set it to 2
            WRITE      | 3 | 3 | 3 | 3 | 2 | delete  | WARNING | topic orders has 3 partitions, and its contract wants 6: see what postroad apply says of it
            WRITE      | 3 | 6 | 3 | 3 | 2 | compact | WARNING | topic orders: cleanup.policy is compact, and its contract means delete: see what postroad apply says of it
            """)
    void saysWhatIsWrongForAPublisher(
            String rights,
            int brokers,
            int partitions,
            int replicas,
            int inSync,
            Integer minInSync,
            String policy,
            Grade grade,
            String sentence) {
        var need = new Need("orders", Set.of(AclOperation.WRITE), OptionalInt.of(6), Optional.of("delete"), "");
        var state = new TopicState(
                "orders",
                partitions,
                replicas,
                inSync,
                minInSync == null ? OptionalInt.empty() : OptionalInt.of(minInSync),
                Optional.ofNullable(policy),
                operations(rights));

        assertThat(new Examination("billing", brokers).of(need, state))
                .containsExactly(new DoctorFinding(grade, sentence));
    }

    private static Optional<Set<AclOperation>> operations(String rights) {
        return rights.equals("-")
                ? Optional.empty()
                : Optional.of(Arrays.stream(rights.split(" "))
                        .map(AclOperation::valueOf)
                        .collect(Collectors.toSet()));
    }

    @Test
    void saysAllThatIsWrong() {
        var operations = Set.of(AclOperation.READ, AclOperation.WRITE);
        var need = new Need("orders", operations, OptionalInt.of(6), Optional.empty(), "");
        var state = new TopicState("orders", 1, 3, 1, OptionalInt.of(2), Optional.empty(), Optional.of(Set.of()));

        assertThat(new Examination("billing", 3).of(need, state))
                .extracting(DoctorFinding::grade)
                .isEqualTo(List.of(Grade.DENIED, Grade.ERROR, Grade.WARNING));
    }
}

package dev.postroad.client.doctor;

import dev.postroad.client.connection.TopicState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;

/** What is wrong with a topic for a service that needs it. */
final class Examination {
    private static final int FEW_BROKERS = 3;

    private final String service;
    private final int brokers;

    /**
     * Examinations for a service.
     *
     * @param brokers how many the cluster has
     */
    Examination(String service, int brokers) {
        this.service = service;
        this.brokers = brokers;
    }

    /** What is wrong; if nothing is, one sentence that says so. */
    List<DoctorFinding> of(Need need, TopicState state) {
        var findings = new ArrayList<DoctorFinding>();
        right(need, state).ifPresent(findings::add);
        if (need.operations().contains(AclOperation.WRITE)) {
            replicas(state).ifPresent(findings::add);
        }
        need.partitions().stream()
                .filter(wanted -> wanted != state.partitions())
                .mapToObj(wanted -> DoctorFinding.warning(
                        "topic %s has %d partitions, and its contract wants %d: see what postroad apply says of it",
                        state.topic(), state.partitions(), wanted))
                .forEach(findings::add);
        cleanup(need, state).ifPresent(findings::add);
        return findings.isEmpty() ? List.of(good(need, state)) : findings;
    }

    private static DoctorFinding good(Need need, TopicState state) {
        return DoctorFinding.good(
                "topic %s: %d %s, %d in sync%s; %s is allowed",
                state.topic(),
                state.partitions(),
                state.partitions() == 1 ? "partition" : "partitions",
                state.inSync(),
                state.minInSync().isPresent()
                        ? " (min.insync.replicas %d)"
                                .formatted(state.minInSync().getAsInt())
                        : "",
                words(need.operations()));
    }

    private Optional<DoctorFinding> right(Need need, TopicState state) {
        return state.operations()
                .map(allowed -> need.operations().stream()
                        .filter(operation -> !allowed.contains(operation))
                        .collect(Collectors.toSet()))
                .filter(denied -> !denied.isEmpty())
                .map(denied -> DoctorFinding.denied(
                        "%s may not %s topic %s; have an ACL allow it", service, words(denied), state.topic()));
    }

    /** In the order of reading. */
    static String words(Set<AclOperation> operations) {
        return operations.stream()
                .sorted()
                .map(operation -> operation.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" and "));
    }

    private Optional<DoctorFinding> replicas(TopicState state) {
        var topic = state.topic();
        var least = state.minInSync().orElse(1);
        if (state.inSync() < least) {
            return Optional.of(DoctorFinding.error(
                    "topic %s: a partition has %d of %d replicas in sync, and min.insync.replicas is %d, so nothing can be published to it; see whether all brokers are up",
                    topic, state.inSync(), state.replicas(), least));
        }
        if (brokers < FEW_BROKERS) {
            return Optional.empty();
        }
        if (state.replicas() == 1) {
            return Optional.of(DoctorFinding.warning(
                    "topic %s has one replica, so it stands still while that broker is away, and may be lost with it; have it replicated",
                    topic));
        }
        return state.minInSync().isPresent() && least == 1
                ? Optional.of(DoctorFinding.warning(
                        "topic %s: min.insync.replicas is 1, so a message that is acknowledged may be lost with one broker; set it to 2",
                        topic))
                : Optional.empty();
    }

    private static Optional<DoctorFinding> cleanup(Need need, TopicState state) {
        return need.cleanup()
                .flatMap(wanted -> state.cleanup()
                        .filter(is -> !is.equals(wanted))
                        .map(is -> DoctorFinding.warning(
                                "topic %s: cleanup.policy is %s, and its contract means %s: see what postroad apply says of it",
                                state.topic(), is, wanted)));
    }
}

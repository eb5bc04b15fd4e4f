package dev.postroad.client.doctor;

import dev.postroad.contract.language.TopicOptions.Cleanup;
import dev.postroad.contract.topic.Contract;
import dev.postroad.contract.topic.DerivedTopics;
import dev.postroad.contract.topic.GroupName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;

/**
 * What a service does with a topic.
 *
 * @param topic Kafka's name
 * @param operations what it must be allowed to
 * @param partitions how many the contract wants, if it says so
 * @param cleanup the policy that the contract means, if the topic is a contract's own
 * @param wayOut what to do if the topic is missing
 */
public record Need(
        String topic, Set<AclOperation> operations, OptionalInt partitions, Optional<String> cleanup, String wayOut) {
    private static final String CREATE = "create it with: postroad apply";

    /** To publish to a contract's topic. */
    public static Need publish(Contract contract) {
        return of(contract, AclOperation.WRITE);
    }

    /** To read a contract's topic. */
    public static Need read(Contract contract) {
        return of(contract, AclOperation.READ);
    }

    /** To subscribe to a contract's topic, with the standard retries. */
    public static List<Need> subscribe(Contract contract, GroupName group) {
        var needs = new ArrayList<>(List.of(read(contract)));
        needs.addAll(derived(contract, group, new DerivedTopics(contract.kafkaTopic(), group.toString()).standard()));
        return List.copyOf(needs);
    }

    private static Need of(Contract contract, AclOperation operation) {
        var policy = contract.cleanup() == Cleanup.COMPACT ? "compact" : "delete";
        return new Need(contract.kafkaTopic(), Set.of(operation), contract.partitions(), Optional.of(policy), CREATE);
    }

    /** To move records into topics that a group derives from a contract's, and to take them out again. */
    public static List<Need> derived(Contract contract, GroupName group, Collection<String> topics) {
        var entry = group.subscription()
                .map(name -> "{ topic: %s, subscription: %s }".formatted(contract.topic(), name))
                .orElseGet(() -> contract.topic().toString());
        var wayOut = "name %s under subscribes in services/%s.yaml, and create what is missing with: postroad apply"
                .formatted(entry, group.service());
        var operations = Set.of(AclOperation.READ, AclOperation.WRITE);
        return topics.stream()
                .map(topic -> new Need(topic, operations, OptionalInt.empty(), Optional.empty(), wayOut))
                .toList();
    }
}

package dev.postroad.client.connection;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;

/**
 * A topic as the cluster has it.
 *
 * @param topic Kafka's name
 * @param partitions how many it has
 * @param replicas of the partition that has the fewest
 * @param inSync replicas of the partition that has the fewest in sync
 * @param minInSync how many replicas must be in sync for a message to be taken; empty if the service may not see it
 * @param cleanup the policy, such as {@code delete}; empty if the service may not see it
 * @param operations what the service may do; empty if the broker does not tell
 */
public record TopicState(
        String topic,
        int partitions,
        int replicas,
        int inSync,
        OptionalInt minInSync,
        Optional<String> cleanup,
        Optional<Set<AclOperation>> operations) {}

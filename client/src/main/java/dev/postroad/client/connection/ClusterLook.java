package dev.postroad.client.connection;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;

/**
 * A look at the cluster, for at most eight seconds at a time. Safe for use by several threads.
 *
 * <p>Each method throws {@link BrokerUnreachableException} if no broker answers within that time, and
 * {@link BrokerRefusedException} if the broker answers with an error.
 */
public interface ClusterLook {
    /** The cluster as a whole. */
    ClusterState cluster();

    /** Whether the cluster has a topic. */
    boolean hasTopic(String topic);

    /**
     * Topics that have to be there. Whoever creates one is told so before all brokers know it, so a missing one is
     * looked for during two seconds.
     *
     * @param wayOut what to do about a missing one, for the sentence
     * @throws TopicMissingException if one is not there; it names all that are missing
     * @throws RightMissingException if the service may not see one
     */
    List<TopicState> requireTopics(Collection<String> topics, String wayOut);

    /** Those of some topics that are there. */
    List<TopicState> topics(Collection<String> topics);

    /** What the service may do with a consumer group; empty if the broker does not tell. */
    Optional<Set<AclOperation>> groupOperations(String group);
}

package dev.postroad.client.connection;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the members of a consumer group agree on their partitions. */
enum GroupProtocol {
    /** Members assign partitions among themselves, with Kafka's cooperative assignor (KIP-429). */
    CLASSIC(Map.of(
            ConsumerConfig.GROUP_PROTOCOL_CONFIG,
            "classic",
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
            CooperativeStickyAssignor.class.getName())),
    /** The broker assigns them, and members that keep theirs do not notice (KIP-848). */
    CONSUMER(Map.of(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer"));

    private static final Logger LOG = LoggerFactory.getLogger(GroupProtocol.class);

    /** The feature that a cluster has finalized if its brokers can assign (KIP-848, from level 1). */
    private static final String FEATURE = "group.version";

    private final Map<String, Object> properties;

    GroupProtocol(Map<String, Object> properties) {
        this.properties = properties;
    }

    /** What a consumer of such a group is made with. */
    Map<String, Object> properties() {
        return properties;
    }

    /** The newest that the cluster has. A cluster that does not tell has the classic one. */
    static GroupProtocol of(Admin admin) {
        try {
            var features = admin.describeFeatures().featureMetadata().get().finalizedFeatures();
            var level = features.get(FEATURE);
            return level != null && level.maxVersionLevel() >= 1 ? CONSUMER : CLASSIC;
        } catch (ExecutionException | KafkaException e) {
            LOG.atInfo().setCause(e).log("the cluster does not tell its features; groups are formed as of old");
            return CLASSIC;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}

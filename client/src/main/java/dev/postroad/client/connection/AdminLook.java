package dev.postroad.client.connection;

import dev.postroad.client.settings.BusSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What Kafka's admin client tells of a cluster. */
final class AdminLook implements ClusterLook {
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final int LOOKS = 20;

    private final BusSettings settings;
    private final Supplier<Admin> admin;

    AdminLook(BusSettings settings, Supplier<Admin> admin) {
        this.settings = settings;
        this.admin = admin;
    }

    @Override
    public ClusterState cluster() {
        var cluster = admin.get().describeCluster();
        return new ClusterState(get(cluster.clusterId()), get(cluster.nodes()).size());
    }

    @Override
    public boolean hasTopic(String topic) {
        return !described(List.of(topic)).isEmpty();
    }

    @Override
    public List<TopicState> requireTopics(Collection<String> topics, String wayOut) {
        var described = described(topics);
        for (var look = 1; described.size() < topics.size() && look < LOOKS; look++) {
            pause();
            described.putAll(described(missing(topics, described)));
        }
        var missing = missing(topics, described);
        if (!missing.isEmpty()) {
            throw new TopicMissingException(missing, settings.bootstrap(), wayOut);
        }
        return states(described.values());
    }

    @Override
    public List<TopicState> topics(Collection<String> topics) {
        return states(described(topics).values());
    }

    @Override
    public Optional<Set<AclOperation>> groupOperations(String group) {
        var options = new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true);
        var described =
                admin.get().describeConsumerGroups(List.of(group), options).describedGroups();
        try {
            return Optional.ofNullable(
                    await(Objects.requireNonNull(described.get(group))).authorizedOperations());
        } catch (ExecutionException e) {
            var cause = cause(e);
            if (cause instanceof GroupIdNotFoundException) {
                // Nobody has joined it yet.
                return Optional.empty();
            }
            if (cause instanceof AuthorizationException) {
                return Optional.of(Set.of());
            }
            throw refused(cause);
        }
    }

    private static List<String> missing(Collection<String> topics, Map<String, TopicDescription> described) {
        return topics.stream().filter(topic -> !described.containsKey(topic)).toList();
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Those of the topics that are there. */
    private Map<String, TopicDescription> described(Collection<String> topics) {
        var options = new DescribeTopicsOptions().includeAuthorizedOperations(true);
        var asked = admin.get().describeTopics(topics, options).topicNameValues();
        var described = new HashMap<String, TopicDescription>();
        for (var topic : topics) {
            try {
                described.put(topic, await(Objects.requireNonNull(asked.get(topic))));
            } catch (ExecutionException e) {
                var cause = cause(e);
                if (cause instanceof AuthorizationException) {
                    throw new RightMissingException(
                            "%s may not see topic %s; have an ACL allow it to describe the topic"
                                    .formatted(settings.service(), topic));
                }
                if (!(cause instanceof UnknownTopicOrPartitionException)) {
                    throw refused(cause);
                }
            }
        }
        return described;
    }

    private List<TopicState> states(Collection<TopicDescription> described) {
        var resources = described.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()))
                .toList();
        var asked = admin.get().describeConfigs(resources).values();
        var states = new ArrayList<TopicState>();
        for (var topic : described) {
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
            states.add(state(topic, configuration(Objects.requireNonNull(asked.get(resource)))));
        }
        return states;
    }

    /** Nothing, if the service has no right to see it; few have. */
    private Optional<Config> configuration(KafkaFuture<Config> asked) {
        try {
            return Optional.of(await(asked));
        } catch (ExecutionException e) {
            var cause = cause(e);
            if (cause instanceof AuthorizationException || cause instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw refused(cause);
        }
    }

    private static TopicState state(TopicDescription topic, Optional<Config> configuration) {
        var minInSync = configuration.map(config -> config.get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG));
        return new TopicState(
                topic.name(),
                topic.partitions().size(),
                topic.partitions().stream()
                        .mapToInt(partition -> partition.replicas().size())
                        .min()
                        .orElse(0),
                topic.partitions().stream()
                        .mapToInt(partition -> partition.isr().size())
                        .min()
                        .orElse(0),
                minInSync
                        .map(entry -> OptionalInt.of(Integer.parseInt(entry.value())))
                        .orElseGet(OptionalInt::empty),
                configuration
                        .map(config -> config.get(TopicConfig.CLEANUP_POLICY_CONFIG))
                        .map(ConfigEntry::value),
                Optional.ofNullable(topic.authorizedOperations()));
    }

    private <T> T get(KafkaFuture<T> future) {
        try {
            return await(future);
        } catch (ExecutionException e) {
            throw refused(cause(e));
        }
    }

    private static <T> T await(KafkaFuture<T> future) throws ExecutionException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }

    private static Throwable cause(ExecutionException failure) {
        return Optional.ofNullable(failure.getCause()).orElse(failure);
    }

    private RuntimeException refused(Throwable cause) {
        return cause instanceof TimeoutException || cause instanceof DisconnectException
                ? new BrokerUnreachableException(settings.bootstrap(), cause)
                : new BrokerRefusedException(settings.bootstrap(), cause);
    }
}

package dev.postroad.platform.apply;

import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.platform.apply.AppliedTopic.Action;
import dev.postroad.platform.cluster.ClusterConnection;
import dev.postroad.platform.cluster.ClusterRefusedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics of a bus that are missing on a cluster. May be repeated, by several at once. */
public final class TopicApplier {
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);

    private final ClusterConnection cluster;

    /** An applier for one cluster. */
    public TopicApplier(ClusterConnection cluster) {
        this.cluster = cluster;
    }

    /**
     * Brings every topic of the bus to the cluster, those that its services derive from them for retries and dead
     * letters, and Postroad's own; returns when they can be used.
     *
     * @throws dev.postroad.platform.cluster.ClusterUnreachableException if no broker answers
     * @throws dev.postroad.platform.cluster.ClusterRefusedException if the cluster refuses to create a topic
     * @throws IllegalArgumentException if the bus has errors
     */
    public List<AppliedTopic> apply(BusRepository bus) {
        if (bus.hasErrors()) {
            throw new IllegalArgumentException("bus %s has errors; nothing was applied".formatted(bus.name()));
        }
        var brokers = cluster.answer(cluster.admin().describeCluster().nodes()).size();
        var designs = designs(bus, brokers);
        var existing = cluster.answer(cluster.admin().listTopics().names());
        var there = designs.stream()
                .filter(design -> existing.contains(design.topic()))
                .toList();
        var missing = designs.stream()
                .filter(design -> !existing.contains(design.topic()))
                .toList();
        var differences = differences(there);
        create(missing);
        return designs.stream()
                .map(design -> missing.contains(design)
                        ? new AppliedTopic(design, Action.CREATED, List.of())
                        : new AppliedTopic(
                                design, Action.UNCHANGED, differences.getOrDefault(design.topic(), List.of())))
                .toList();
    }

    private static List<TopicDesign> designs(BusRepository bus, int brokers) {
        var designs = new ArrayList<TopicDesign>();
        for (var source : bus.contracts()) {
            var contract = source.contract();
            designs.add(TopicDesign.of(contract, brokers));
            bus.groups(contract).forEach(group -> designs.addAll(TopicDesign.derived(contract, group, brokers)));
        }
        designs.add(TopicDesign.reports(brokers));
        return designs;
    }

    private void create(List<TopicDesign> missing) {
        var result = cluster.admin()
                .createTopics(missing.stream()
                        .map(design -> new NewTopic(design.topic(), design.partitions(), design.replication())
                                .configs(design.configuration()))
                        .toList());
        for (var created : result.values().values()) {
            create(created);
        }
        awaitKnown(missing.stream().map(TopicDesign::topic).toList());
    }

    private void create(KafkaFuture<Void> created) {
        try {
            var unused = cluster.answer(created);
        } catch (ClusterRefusedException e) {
            // Somebody else may have created it in the meantime: that is what was wanted.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /**
     * The controller answers before the brokers know a topic, and who used it right then would not find it. If they
     * take long, the topics are created all the same.
     */
    private void awaitKnown(List<String> created) {
        var deadline = System.nanoTime() + KNOWN_WITHIN.toNanos();
        while (!cluster.answer(cluster.admin().listTopics().names()).containsAll(created)
                && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private Map<String, List<String>> differences(List<TopicDesign> there) {
        var names = there.stream().map(TopicDesign::topic).toList();
        var descriptions = cluster.answer(cluster.admin().describeTopics(names).allTopicNames());
        var configurations = cluster.answer(cluster.admin()
                .describeConfigs(names.stream().map(TopicApplier::resource).toList())
                .all());
        var differences = new HashMap<String, List<String>>();
        for (var design : there) {
            var description = descriptions.get(design.topic());
            var configuration = configurations.get(resource(design.topic()));
            if (description != null && configuration != null) {
                differences.put(design.topic(), differences(design, description, configuration));
            }
        }
        return differences;
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static List<String> differences(TopicDesign design, TopicDescription description, Config configuration) {
        var differences = new ArrayList<String>();
        if (description.partitions().size() != design.partitions()) {
            differences.add("partitions %d, designed with %d"
                    .formatted(description.partitions().size(), design.partitions()));
        }
        design.configuration().forEach((key, value) -> {
            var actual = configuration.get(key);
            if (actual != null && !value.equals(actual.value())) {
                differences.add("%s %s, designed with %s".formatted(key, actual.value(), value));
            }
        });
        return differences.stream().sorted().toList();
    }
}

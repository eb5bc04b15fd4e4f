package dev.postroad.compiler.bus;

import dev.postroad.contract.topic.GroupName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service, from {@code services/<name>.yaml}.
 *
 * @param name without dots; the service's consumer groups are this or begin with this and a dot
 * @param team the team that runs it
 * @param principals who it is for Kafka, by environment; elsewhere {@code User:<name>}
 * @param publishes topics that it publishes
 * @param subscribes topics that it subscribes, each once for each of its groups
 * @param objectives what it promises, if it does
 */
public record Service(
        String name,
        String team,
        Map<String, String> principals,
        List<String> publishes,
        List<Subscription> subscribes,
        Optional<Objectives> objectives) {
    public Service {
        principals = Map.copyOf(principals);
        publishes = List.copyOf(publishes);
        subscribes = List.copyOf(subscribes);
    }

    /** Whether it subscribes to a topic, in whatever group. */
    public boolean subscribesTo(String topic) {
        return subscribes.stream().anyMatch(subscription -> subscription.topic().equals(topic));
    }

    /** The consumer groups that its subscriptions need, each once. */
    public List<GroupName> groups() {
        return subscribes.stream()
                .map(subscription -> subscription.group(name))
                .distinct()
                .toList();
    }

    /** The consumer groups with which it reads a topic. */
    public List<GroupName> groups(String topic) {
        return subscribes.stream()
                .filter(subscription -> subscription.topic().equals(topic))
                .map(subscription -> subscription.group(name))
                .toList();
    }

    /**
     * What a service promises.
     *
     * @param freshness how old a record may become before it is handled, such as {@code 30s}
     * @param success the share of records to be handled without a dead letter, in percent
     */
    public record Objectives(Optional<String> freshness, Optional<Double> success) {}
}

package dev.postroad.compiler.bus;

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
 * @param subscribes topics that it subscribes
 * @param objectives what it promises, if it does
 */
public record Service(
        String name,
        String team,
        Map<String, String> principals,
        List<String> publishes,
        List<String> subscribes,
        Optional<Objectives> objectives) {
    public Service {
        principals = Map.copyOf(principals);
        publishes = List.copyOf(publishes);
        subscribes = List.copyOf(subscribes);
    }

    /**
     * What a service promises.
     *
     * @param freshness how old a record may become before it is handled, such as {@code 30s}
     * @param success the share of records to be handled without a dead letter, in percent
     */
    public record Objectives(Optional<String> freshness, Optional<Double> success) {}
}

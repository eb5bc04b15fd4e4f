package dev.postroad.broker.embedded;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.Uuid;

/**
 * A broker's place in a cluster of several. Each member is broker and controller at once, and the members elect the
 * controller that leads.
 *
 * @param clusterId the same for all members, as {@link Uuid#randomUuid()} makes it
 * @param node the number of this member, one of those in {@code controllers}
 * @param controllers the number of each member, at least 1, and the port on localhost where its controller listens
 */
public record ClusterMember(String clusterId, int node, Map<Integer, Integer> controllers) {
    static final int ALONE = 1;

    private static final int LAST_PORT = 65_535;

    public ClusterMember {
        controllers.forEach((member, port) -> {
            if (member < 1 || port < 1 || port > LAST_PORT) {
                throw new IllegalArgumentException(
                        "member %d on port %d cannot be; numbers begin with 1, ports are 1 to 65535"
                                .formatted(member, port));
            }
        });
        if (!controllers.containsKey(node)) {
            throw new IllegalArgumentException("node %d is none of the members %s; give its controller's port as well"
                    .formatted(node, new TreeMap<>(controllers).keySet()));
        }
        controllers = Map.copyOf(controllers);
    }

    /** A cluster of one. Its id matters to an empty directory only; another has its own. */
    static ClusterMember alone(int controllerPort) {
        return new ClusterMember(Uuid.randomUuid().toString(), ALONE, Map.of(ALONE, controllerPort));
    }

    boolean isAlone() {
        return size() == 1;
    }

    int size() {
        return controllers.size();
    }

    int controllerPort() {
        return sorted().getOrDefault(node, 0);
    }

    /** In Kafka's words: {@code 1@localhost:9093,2@localhost:9095}. */
    String voters() {
        return sorted().entrySet().stream()
                .map(member -> "%d@localhost:%d".formatted(member.getKey(), member.getValue()))
                .collect(Collectors.joining(","));
    }

    private SortedMap<Integer, Integer> sorted() {
        return new TreeMap<>(controllers);
    }
}

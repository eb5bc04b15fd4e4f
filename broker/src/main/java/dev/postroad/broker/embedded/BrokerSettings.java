package dev.postroad.broker.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where an embedded broker keeps its data and how it is reached.
 *
 * @param directory holds topics and committed offsets across restarts; empty for a temporary one, deleted on close
 * @param port the port on localhost; 0 for any free one
 * @param properties broker settings of Kafka, laid over those of {@link EmbeddedBroker}
 */
public record BrokerSettings(Optional<Path> directory, int port, Map<String, String> properties) {
    private static final int LAST_PORT = 65_535;

    public BrokerSettings {
        if (port < 0 || port > LAST_PORT) {
            throw new IllegalArgumentException("port must be between 0 (any free one) and 65535, got " + port);
        }
        var settled =
                NodeProperties.SETTLED.stream().filter(properties::containsKey).findFirst();
        if (settled.isPresent()) {
            throw new IllegalArgumentException(
                    "%s is not open to change: the embedded broker sets it from directory and port"
                            .formatted(settled.get()));
        }
        properties = Map.copyOf(properties);
    }

    /** A broker whose data is gone when it is closed, on any free port. */
    public static BrokerSettings temporary() {
        return new BrokerSettings(Optional.empty(), 0, Map.of());
    }

    /** A broker that keeps its data in the directory, which is created if need be, on any free port. */
    public static BrokerSettings in(Path directory) {
        return new BrokerSettings(Optional.of(directory), 0, Map.of());
    }

    /** The same, on exactly this port, or on any free one if it is 0. */
    public BrokerSettings withPort(int port) {
        return new BrokerSettings(directory, port, properties);
    }

    /** The same, with a broker setting of Kafka, such as {@code num.partitions}. */
    public BrokerSettings with(String key, String value) {
        var more = new TreeMap<>(properties);
        more.put(key, value);
        return new BrokerSettings(directory, port, more);
    }
}

package dev.postroad.broker.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.common.security.auth.SecurityProtocol;

/**
 * Where an embedded broker keeps its data and how it is reached.
 *
 * @param directory holds topics and committed offsets across restarts; empty for a temporary one, deleted on close
 * @param port the port on localhost; 0 for any free one
 * @param properties broker settings of Kafka, laid over those of {@link EmbeddedBroker}
 * @param listeners further doors for clients, by name, each on a free port of localhost
 */
public record BrokerSettings(
        Optional<Path> directory, int port, Map<String, String> properties, Map<String, SecurityProtocol> listeners) {
    private static final int LAST_PORT = 65_535;
    private static final Pattern LISTENER = Pattern.compile("[A-Z][A-Z0-9_]*");

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
        for (var name : listeners.keySet()) {
            if (!LISTENER.matcher(name).matches() || NodeProperties.OWN_LISTENERS.contains(name)) {
                throw new IllegalArgumentException(
                        "'%s' is no name for a further listener; use capitals, such as SECURE, other than %s"
                                .formatted(name, String.join(" and ", NodeProperties.OWN_LISTENERS)));
            }
        }
        properties = Map.copyOf(properties);
        listeners = Map.copyOf(listeners);
    }

    /** Settings without further listeners. */
    public BrokerSettings(Optional<Path> directory, int port, Map<String, String> properties) {
        this(directory, port, properties, Map.of());
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
        return new BrokerSettings(directory, port, properties, listeners);
    }

    /** The same, with a broker setting of Kafka, such as {@code num.partitions}. */
    public BrokerSettings with(String key, String value) {
        var more = new TreeMap<>(properties);
        more.put(key, value);
        return new BrokerSettings(directory, port, more, listeners);
    }

    /**
     * The same, with one more listener, so that clients can be tried with TLS or SASL. What it needs is said with
     * {@link #with}, under Kafka's prefix for it, such as {@code listener.name.secure.ssl.keystore.location};
     * {@link EmbeddedBroker#bootstrapServers(String)} says where it is.
     */
    public BrokerSettings withListener(String name, SecurityProtocol protocol) {
        var more = new TreeMap<>(listeners);
        more.put(name, protocol);
        return new BrokerSettings(directory, port, properties, more);
    }
}

package dev.postroad.testkit.bus;

import com.google.protobuf.Message;
import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.client.Bus;
import dev.postroad.client.BusParts;
import dev.postroad.client.connection.KafkaConnection;
import dev.postroad.client.publish.MessageRefusedException;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.testkit.time.TestTime;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Buses on an embedded broker, with topics and groups that belong to one test: each name on the broker begins with the
 * test's own, and a topic is created when a bus asks for it. So tests do not see each other's records, and may run at
 * the same time.
 *
 * <p>Asked for by {@link dev.postroad.testkit.junit.BusExtension}. Safe for use by several threads.
 */
public final class TestBus implements AutoCloseable {
    private static final Duration COMMIT_EVERY = Duration.ofMillis(50);

    private final EmbeddedBroker broker;
    private final String name;
    private final TestTime time = new TestTime();
    private final List<Bus> opened = new ArrayList<>();

    /**
     * Buses on a broker.
     *
     * @param name what each topic and group begins with, such as {@code t3f9a0c71}
     */
    public TestBus(EmbeddedBroker broker, String name) {
        this.broker = broker;
        this.name = name;
    }

    /** A bus of a service; it is closed with the test, if it is not before. */
    public Bus connect(String service) {
        return connect(new BusSettings(service, broker.bootstrapServers(), Duration.ZERO));
    }

    /** A bus with settings of one's own, but for the address. */
    public synchronized Bus connect(BusSettings settings) {
        var here = settings.withBootstrap(broker.bootstrapServers()).withService(name + '-' + settings.service());
        var parts = new BusParts(
                new CreatingConnection(new KafkaConnection(here), broker.bootstrapServers()),
                OpenTelemetry.noop(),
                time.clock(),
                time.timer(),
                COMMIT_EVERY,
                topic -> name + '.' + topic);
        var bus = Bus.connect(here, parts);
        opened.add(bus);
        return bus;
    }

    /**
     * Publishes messages as another service does, and waits until they are stored.
     *
     * @throws MessageRefusedException if one breaks its contract
     */
    @SafeVarargs
    public final <M extends Message> void publish(M... messages) {
        try (var bus = connect("others")) {
            Stream.of(messages).forEach(message -> publishOne(bus, message));
        }
    }

    // The class of a message is the class of its type.
    @SuppressWarnings("unchecked")
    private static <M extends Message> void publishOne(Bus bus, M message) {
        bus.publisher((Class<M>) message.getClass()).publish(message).join();
    }

    /** Time, which a test may advance: delayed retries then become due. */
    public TestTime time() {
        return time;
    }

    /** What the names of topics and groups on the broker begin with. */
    public String name() {
        return name;
    }

    /** Where the broker is. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Closes the buses that are open. */
    @Override
    public synchronized void close() {
        opened.forEach(Bus::close);
        time.close();
    }
}

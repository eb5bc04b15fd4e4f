package dev.postroad.testkit.bus;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.postroad.client.Bus;
import dev.postroad.client.BusParts;
import dev.postroad.client.deadletter.DeadLetter;
import dev.postroad.client.publish.MessageRefusedException;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.contract.topic.Topic;
import dev.postroad.testkit.memory.Faults;
import dev.postroad.testkit.memory.MemoryConnection;
import dev.postroad.testkit.memory.MemoryLogs;
import dev.postroad.testkit.time.TestTime;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A bus in memory for unit tests: it is there in milliseconds, needs no broker, and every topic is on it.
 *
 * <pre>{@code
 * try (var fake = FakeBus.of("billing")) {
 *     new Billing(fake.bus()).start();
 *     fake.publish(order);
 *     fake.awaitHandled();
 *     assertThat(fake.published(Topics.INVOICE_SENT)).containsExactly(invoice);
 * }
 * }</pre>
 *
 * <p>What the service gets is a real {@link Bus}: contracts are checked, and records go through lanes, retries and dead
 * letters. What is in memory are Kafka's clients, so it shows nothing of brokers, rights or rebalances between
 * processes; {@link TestBus} does. Safe for use by several threads.
 */
public final class FakeBus implements AutoCloseable {
    private static final Duration COMMIT_EVERY = Duration.ofMillis(5);
    private static final int ALL = Integer.MAX_VALUE;

    private final TestTime time = new TestTime();
    private final Faults faults = new Faults();
    private final MemoryLogs logs;
    private final String service;
    private final Bus bus;
    private final Bus others;
    private final Subscribed subscribed;

    private FakeBus(String service, int partitions) {
        this.service = service;
        this.logs = new MemoryLogs(partitions, time.clock());
        this.bus = connect(service, faults);
        this.others = connect("others", new Faults());
        this.subscribed = new Subscribed(logs, time.clock());
    }

    /** A bus for a service, on which each topic has one partition. */
    public static FakeBus of(String service) {
        return new FakeBus(service, 1);
    }

    /**
     * A bus on which each topic has so many partitions.
     *
     * @param partitions at least 1
     */
    public static FakeBus of(String service, int partitions) {
        return new FakeBus(service, partitions);
    }

    private Bus connect(String name, Faults happening) {
        var parts = new BusParts(
                new MemoryConnection(logs, happening),
                OpenTelemetry.noop(),
                time.clock(),
                time.timer(),
                COMMIT_EVERY,
                UnaryOperator.identity());
        return Bus.connect(new BusSettings(name, "memory:1", Duration.ZERO), parts);
    }

    /** The service's bus. */
    public Bus bus() {
        return bus;
    }

    /** Time, which a test may advance: delayed retries then become due. */
    public TestTime time() {
        return time;
    }

    /** What goes wrong for the service. */
    public Faults faults() {
        return faults;
    }

    /**
     * Publishes messages as another service does.
     *
     * @throws MessageRefusedException if one breaks its contract
     */
    @SafeVarargs
    public final <M extends Message> void publish(M... messages) {
        Stream.of(messages).forEach(this::publishOne);
    }

    // The class of a message is the class of its type.
    @SuppressWarnings("unchecked")
    private <M extends Message> void publishOne(M message) {
        others.publisher((Class<M>) message.getClass()).publish(message).join();
    }

    /**
     * Puts a record on a topic whatever it holds, such as bytes that are no message.
     *
     * @param key none if it is null
     */
    public void publishBytes(Topic<?> topic, byte @Nullable [] key, byte @Nullable [] value) {
        var unused = logs.append(new ProducerRecord<>(topic.contract().kafkaTopic(), key, value));
    }

    /** The messages that are on a topic, whoever has published them, by partition in their order. */
    public <M extends Message> List<M> published(Topic<M> topic) {
        return records(topic).stream()
                .filter(record -> record.value() != null)
                .map(record -> parsed(topic, record))
                .toList();
    }

    /** The records that are on a topic, with keys and headers, by partition in their order. */
    public List<ConsumerRecord<byte[], byte[]>> records(Topic<?> topic) {
        return logs.partitions(topic.contract().kafkaTopic()).stream()
                .flatMap(partition -> logs.from(partition, 0, ALL).stream())
                .toList();
    }

    private static <M extends Message> M parsed(Topic<M> topic, ConsumerRecord<byte[], byte[]> record) {
        try {
            return topic.parser().parseFrom(record.value());
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("%s@%d is no message of its topic".formatted(topic, record.offset()), e);
        }
    }

    /** The dead letters of the service's own group on a topic, those that were replayed left out. */
    public List<DeadLetter> deadLetters(Topic<?> topic) {
        return bus.deadLetters(topic).list(letter -> true, ALL);
    }

    /**
     * The dead letters of a named subscription on a topic, those that were replayed left out.
     *
     * @throws IllegalArgumentException if a subscription cannot have that name
     */
    public List<DeadLetter> deadLetters(Topic<?> topic, String subscription) {
        return bus.deadLetters(topic, subscription).list(letter -> true, ALL);
    }

    /**
     * Waits until each group of the service has dealt with all records of its topics, but for those that wait for a
     * delayed retry whose time has not come: for ten seconds at most.
     *
     * @throws AssertionError if it has not
     */
    public void awaitHandled() {
        awaitHandled(Duration.ofSeconds(10));
    }

    /**
     * Waits as {@link #awaitHandled()} does.
     *
     * @param most of the machine's time
     * @throws AssertionError if the service has not dealt with all by then
     */
    public void awaitHandled(Duration most) {
        var deadline = System.nanoTime() + most.toNanos();
        while (true) {
            var changes = logs.changes();
            var left = subscribed.left(bus.subscriptions());
            if (left.isEmpty()) {
                return;
            }
            var nanos = deadline - System.nanoTime();
            if (nanos <= 0) {
                throw new AssertionError("%s after %s".formatted(left.get(), most));
            }
            awaitChange(changes, Duration.ofNanos(nanos));
        }
    }

    private void awaitChange(long changes, Duration most) {
        try {
            logs.awaitChange(changes, most);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while %s handles records".formatted(service), e);
        }
    }

    /** Closes the service's bus, which commits what is handled. */
    @Override
    public void close() {
        bus.close();
        others.close();
        time.close();
    }
}

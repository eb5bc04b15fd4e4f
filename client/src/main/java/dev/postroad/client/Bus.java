package dev.postroad.client;

import com.google.protobuf.Message;
import dev.postroad.client.connection.BrokerRefusedException;
import dev.postroad.client.connection.BrokerUnreachableException;
import dev.postroad.client.connection.Connection;
import dev.postroad.client.connection.RightMissingException;
import dev.postroad.client.connection.TopicMissingException;
import dev.postroad.client.deadletter.DeadLetters;
import dev.postroad.client.doctor.Doctor;
import dev.postroad.client.doctor.DoctorFinding;
import dev.postroad.client.doctor.Need;
import dev.postroad.client.health.Health;
import dev.postroad.client.health.HealthServer;
import dev.postroad.client.lane.Timer;
import dev.postroad.client.publish.Publisher;
import dev.postroad.client.report.Reporter;
import dev.postroad.client.retry.Recovery;
import dev.postroad.client.retry.Relay;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.client.subscribe.BatchHandler;
import dev.postroad.client.subscribe.Handler;
import dev.postroad.client.subscribe.Mode;
import dev.postroad.client.subscribe.Reading;
import dev.postroad.client.subscribe.Subscription;
import dev.postroad.client.subscribe.SubscriptionOptions;
import dev.postroad.client.telemetry.Telemetry;
import dev.postroad.contract.check.Check;
import dev.postroad.contract.topic.Contract;
import dev.postroad.contract.topic.DerivedTopics;
import dev.postroad.contract.topic.GroupName;
import dev.postroad.contract.topic.InvalidContractException;
import dev.postroad.contract.topic.Topic;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.BatchCallback;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A service's connection to the bus.
 *
 * <p>Safe for use by several threads. Made once, it lives as long as the service; {@link #close} finishes what was
 * begun: handlers return, offsets are committed, messages are delivered.
 */
public final class Bus implements AutoCloseable {
    /** What has to be done when handlers have come to an end: commits, a last report, what was published. */
    private static final Duration CLOSE_AFTER_HANDLERS_WITHIN = Duration.ofSeconds(7);

    private final BusSettings settings;
    private final Clock clock;
    private final Connection connection;
    private final Doctor doctor;
    private final Telemetry telemetry;
    private final BatchCallback metrics;
    private final Reporter reporter;
    private final @Nullable HealthServer healthServer;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Timer timer;
    private final UnaryOperator<String> placement;
    private final Relay relay;
    private final Groups groups;

    private Bus(BusSettings settings, BusParts parts) {
        this.settings = settings;
        this.telemetry = new Telemetry(settings, parts.openTelemetry());
        this.connection = parts.connection();
        this.clock = parts.clock();
        this.timer = parts.timer();
        this.placement = parts.placement();
        this.doctor = new Doctor(settings, connection.look());
        this.relay = new Relay(connection::relayProducer);
        this.groups = new Groups(settings, parts, this::failed);
        this.reporter = new Reporter(settings, connection, telemetry, clock, timer, groups::reports);
        this.metrics = telemetry.observe(reporter::current);
        this.healthServer = settings.healthPort() == 0
                ? null
                : HealthServer.start(settings.healthPort(), this::health, reporter::current);
        reporter.start();
    }

    /**
     * Connects a service with the settings of the environment: {@code POSTROAD_BOOTSTRAP} says where Kafka is. Nothing
     * is sent until there is a publisher or a subscription.
     *
     * @param service the service's name, as its file in the bus repository has it
     * @throws IllegalArgumentException if the name or a variable is not what it should be
     */
    public static Bus connect(String service) {
        return connect(BusSettings.of(service, System.getenv()));
    }

    /** Connects a service. Traces and metrics go to the global OpenTelemetry, if there is one by then. */
    public static Bus connect(BusSettings settings) {
        return connect(settings, GlobalOpenTelemetry.getOrNoop());
    }

    /** Connects a service whose traces and metrics go to an OpenTelemetry of one's own. */
    public static Bus connect(BusSettings settings, OpenTelemetry openTelemetry) {
        return connect(settings, BusParts.standard(settings, openTelemetry));
    }

    /** Connects a service with parts that are not the standard, as a kit for tests does. */
    public static Bus connect(BusSettings settings, BusParts parts) {
        return new Bus(settings, parts);
    }

    /**
     * A publisher of a topic.
     *
     * @throws TopicMissingException if the topic is not on the cluster
     * @throws BrokerUnreachableException if no broker answers within 8 seconds
     * @throws BrokerRefusedException if the broker answers with an error
     * @throws RightMissingException if the service may not do that
     */
    public <M extends Message> Publisher<M> publisher(Topic<M> topic) {
        return publisher(topic.contract(), topic.check());
    }

    /**
     * A publisher of the topic that carries a message type.
     *
     * @throws InvalidContractException if the type is no contract
     * @throws TopicMissingException if the topic is not on the cluster
     * @throws BrokerUnreachableException if no broker answers within 8 seconds
     * @throws BrokerRefusedException if the broker answers with an error
     * @throws RightMissingException if the service may not do that
     */
    public <M extends Message> Publisher<M> publisher(Class<M> type) {
        return publisher(Topic.of(type));
    }

    /**
     * A publisher for programs that know the contract at run time only, such as one of dynamic messages.
     *
     * @param check the contract's constraints
     * @throws TopicMissingException if the topic is not on the cluster
     * @throws BrokerUnreachableException if no broker answers within 8 seconds
     * @throws BrokerRefusedException if the broker answers with an error
     * @throws RightMissingException if the service may not do that
     */
    public <M extends Message> Publisher<M> publisher(Contract contract, Check<? super M> check) {
        requireOpen();
        return placedPublisher(placed(contract), check);
    }

    private Contract placed(Contract contract) {
        return contract.at(placement.apply(contract.kafkaTopic()));
    }

    private <M extends Message> Publisher<M> placedPublisher(Contract contract, Check<? super M> check) {
        doctor.require(List.of(Need.publish(contract)));
        return new Publisher<>(
                contract,
                check,
                connection,
                telemetry.publishing(contract.kafkaTopic()),
                reporter.publishing(contract));
    }

    /**
     * Subscribes to a topic, in the consumer group named like the service; one whose options name it has a group of its
     * own. A new group begins at the oldest record.
     *
     * <p>Records of a partition are handled in their order, those of several partitions at once: the handler is called
     * by several threads. A record that it cannot handle is retried, in place and then through the group's own topics,
     * and becomes a dead letter at last.
     *
     * @throws TopicMissingException if the topic, or one of those that the group derives from it, is not on the cluster
     * @throws BrokerUnreachableException if no broker answers within 8 seconds
     * @throws BrokerRefusedException if the broker answers with an error
     * @throws RightMissingException if the service may not do that
     * @throws IllegalStateException if this bus subscribes to the topic in that group already
     */
    public <M extends Message> Subscription subscribe(Topic<M> topic, Handler<? super M> handler) {
        return subscribe(topic, Mode.ordered(), handler);
    }

    /**
     * Subscribes to the topic that carries a message type, as {@link #subscribe(Topic, Handler)} does.
     *
     * @throws InvalidContractException if the type is no contract
     * @throws TopicMissingException if the topic, or one of those that the group derives from it, is not on the cluster
     * @throws BrokerUnreachableException if no broker answers within 8 seconds
     * @throws BrokerRefusedException if the broker answers with an error
     * @throws RightMissingException if the service may not do that
     * @throws IllegalStateException if this bus subscribes to the topic in that group already
     */
    public <M extends Message> Subscription subscribe(Class<M> type, Handler<? super M> handler) {
        return subscribe(Topic.of(type), handler);
    }

    /**
     * Subscribes to a topic as {@link #subscribe(Topic, Handler)} does, with an order of one's choice.
     *
     * @param mode by partition, or by key
     * @throws TopicMissingException if the topic, or one of those that the group derives from it, is not on the cluster
     * @throws BrokerUnreachableException if no broker answers within 8 seconds
     * @throws BrokerRefusedException if the broker answers with an error
     * @throws RightMissingException if the service may not do that
     * @throws IllegalStateException if this bus subscribes to the topic in that group already
     */
    public <M extends Message> Subscription subscribe(
            Topic<M> topic, Mode.RecordMode mode, Handler<? super M> handler) {
        return subscribe(topic, mode, SubscriptionOptions.standard(), handler);
    }

    /**
     * Subscribes to a topic as {@link #subscribe(Topic, Handler)} does, otherwise than others do.
     *
     * @param mode by partition, or by key
     * @throws TopicMissingException if the topic, or one of those that the group derives from it, is not on the cluster
     * @throws BrokerUnreachableException if no broker answers within 8 seconds
     * @throws BrokerRefusedException if the broker answers with an error
     * @throws RightMissingException if the service may not do that
     * @throws IllegalStateException if this bus subscribes to the topic in that group already
     */
    public <M extends Message> Subscription subscribe(
            Topic<M> topic, Mode.RecordMode mode, SubscriptionOptions options, Handler<? super M> handler) {
        return groups.add(Subscription.of(reading(topic, mode, options), mode, options, handler));
    }

    /**
     * Subscribes to a topic as {@link #subscribe(Topic, Handler)} does, in batches.
     *
     * @throws TopicMissingException if the topic, or one of those that the group derives from it, is not on the cluster
     * @throws BrokerUnreachableException if no broker answers within 8 seconds
     * @throws BrokerRefusedException if the broker answers with an error
     * @throws RightMissingException if the service may not do that
     * @throws IllegalStateException if this bus subscribes to the topic in that group already
     */
    public <M extends Message> Subscription subscribe(
            Topic<M> topic, Mode.BatchMode mode, BatchHandler<? super M> handler) {
        return subscribe(topic, mode, SubscriptionOptions.standard(), handler);
    }

    /**
     * Subscribes to a topic in batches, otherwise than others do.
     *
     * @throws TopicMissingException if the topic, or one of those that the group derives from it, is not on the cluster
     * @throws BrokerUnreachableException if no broker answers within 8 seconds
     * @throws BrokerRefusedException if the broker answers with an error
     * @throws RightMissingException if the service may not do that
     * @throws IllegalStateException if this bus subscribes to the topic in that group already
     */
    public <M extends Message> Subscription subscribe(
            Topic<M> topic, Mode.BatchMode mode, SubscriptionOptions options, BatchHandler<? super M> handler) {
        return groups.add(Subscription.of(reading(topic, mode, options), mode, options, handler));
    }

    private <M extends Message> Reading<M> reading(Topic<M> topic, Mode mode, SubscriptionOptions options) {
        requireOpen();
        var contract = placed(topic.contract());
        var group = new GroupName(settings.service(), options.name());
        var derived = new DerivedTopics(contract.kafkaTopic(), group.toString());
        doctor.require(List.of(Need.read(contract)));
        doctor.require(Need.derived(contract, group, options.retries().topics(derived)));
        var figures = reporter.consuming(contract, group.toString(), mode.label());
        var recovery = new Recovery(options.retries(), derived, relay, figures, clock, timer.nanos());
        var tracing = telemetry.processing(group.toString());
        return new Reading<>(
                topic.at(contract.kafkaTopic()), options.enforcesRules(), figures, tracing, recovery, clock, timer);
    }

    /** What this bus subscribes, in the order of the calls. */
    public List<Subscription> subscriptions() {
        return groups.subscriptions();
    }

    /**
     * The dead letters of the service's own group on a topic.
     *
     * @throws TopicMissingException if the group's topic for dead letters is not on the cluster
     * @throws BrokerUnreachableException if no broker answers within 8 seconds
     * @throws BrokerRefusedException if the broker answers with an error
     * @throws RightMissingException if the service may not do that
     */
    public DeadLetters deadLetters(Topic<?> topic) {
        return deadLetters(topic.contract(), GroupName.of(settings.service()));
    }

    /**
     * The dead letters of a named subscription on a topic.
     *
     * @param subscription its name
     * @throws IllegalArgumentException if a subscription cannot have that name
     * @throws TopicMissingException if the group's topic for dead letters is not on the cluster
     * @throws BrokerUnreachableException if no broker answers within 8 seconds
     * @throws BrokerRefusedException if the broker answers with an error
     * @throws RightMissingException if the service may not do that
     */
    public DeadLetters deadLetters(Topic<?> topic, String subscription) {
        return deadLetters(topic.contract(), GroupName.of(settings.service(), subscription));
    }

    /**
     * The dead letters of any group on a topic, for tools.
     *
     * @throws TopicMissingException if the group's topic for dead letters is not on the cluster
     * @throws BrokerUnreachableException if no broker answers within 8 seconds
     * @throws BrokerRefusedException if the broker answers with an error
     * @throws RightMissingException if the service may not do that
     */
    public DeadLetters deadLetters(Contract contract, GroupName group) {
        requireOpen();
        var derived = new DerivedTopics(placement.apply(contract.kafkaTopic()), group.toString());
        doctor.require(Need.derived(contract, group, List.of(derived.deadLetters(), derived.replays())));
        return new DeadLetters(derived, connection);
    }

    /**
     * Looks whether the cluster has what the service needs to publish and to subscribe topics, and tells it in a
     * sentence each, what is good as well. Takes some seconds at most.
     *
     * @param publishes contracts of topics that the service publishes
     * @param subscribes contracts of topics that it subscribes in its own group, with the standard retries
     */
    public List<DoctorFinding> examine(Collection<Contract> publishes, Collection<Contract> subscribes) {
        return examine(
                publishes, subscribes.isEmpty() ? Map.of() : Map.of(GroupName.of(settings.service()), subscribes));
    }

    /**
     * Looks as {@link #examine(Collection, Collection)} does, for a service with named subscriptions.
     *
     * @param publishes contracts of topics that the service publishes
     * @param subscribes contracts of topics that it subscribes, by group, with the standard retries
     */
    public List<DoctorFinding> examine(
            Collection<Contract> publishes, Map<GroupName, ? extends Collection<Contract>> subscribes) {
        requireOpen();
        // Groups that read one topic need it alike.
        var needs = new LinkedHashSet<Need>();
        publishes.forEach(contract -> needs.add(Need.publish(contract)));
        subscribes.forEach(
                (group, contracts) -> contracts.forEach(contract -> needs.addAll(Need.subscribe(contract, group))));
        return doctor.examine(needs, subscribes.keySet());
    }

    /**
     * How this process does: judged by the progress of the partitions that it has, and to be asked at any time.
     *
     * <p>With the setting for a health port, the same is told by HTTP.
     */
    public Health health() {
        return new Health(!closing.get(), groups.health());
    }

    /** A group whose thread has ended would wait for ever: the bus closes, so that whoever runs the process sees it. */
    private void failed(Throwable cause) {
        failure.compareAndSet(null, cause);
        new Thread(this::close, "postroad-failed").start();
    }

    /**
     * Blocks until the process is told to end, or another thread closes the bus; then everything is finished.
     *
     * @throws BusFailedException if the subscriptions ended by themselves, as when Kafka refuses the service
     */
    public void runUntilShutdown() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "postroad-shutdown"));
        try {
            closed.await();
        } catch (InterruptedException e) {
            // Set again only afterwards: an interrupted thread would wait for nothing that has to be finished.
            close();
            Thread.currentThread().interrupt();
        }
        var cause = failure.get();
        if (cause != null) {
            throw new BusFailedException(settings.service(), cause);
        }
    }

    /** Ends subscriptions after the records at hand, commits, delivers what was published, and reports a last time. */
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            awaitClosed();
            return;
        }
        try {
            groups.close();
            reporter.close();
            metrics.close();
            connection.close();
            timer.close();
            if (healthServer != null) {
                healthServer.close();
            }
        } finally {
            closed.countDown();
        }
    }

    /** A process that is told to end while it closes must not end before it is closed. */
    private void awaitClosed() {
        try {
            var most = settings.closeWithin().multipliedBy(2).plus(CLOSE_AFTER_HANDLERS_WITHIN);
            var unused = closed.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void requireOpen() {
        if (closing.get()) {
            throw new IllegalStateException("the bus of %s is closed".formatted(settings.service()));
        }
    }
}

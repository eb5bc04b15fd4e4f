package dev.postroad.cli.up;

import dev.postroad.broker.embedded.BrokerSettings;
import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.cli.bus.Endpoint;
import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.bus.DemoProcess;
import dev.postroad.contract.topic.GroupName;
import dev.postroad.platform.apply.TopicApplier;
import dev.postroad.platform.cluster.ClusterConnection;
import dev.postroad.platform.snapshot.Offsets;
import dev.postroad.platform.snapshot.Sampler;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A bus that is up: broker, topics, demo processes, and the eye on them. Used by one thread. */
final class RunningBus implements AutoCloseable {
    /** The broker is in this process, so it is there: a machine that is busy may take its time. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    /** How long subscribers may take to join before the publishers are started without them. */
    private static final Duration JOIN_WITHIN = Duration.ofSeconds(10);

    private final BusRepository bus;
    private final DataDirectory data;
    private final EmbeddedBroker broker;
    private final ClusterConnection cluster;
    private final Sampler sampler;
    private final Processes processes;
    private final Offsets before;

    private RunningBus(
            BusRepository bus,
            DataDirectory data,
            EmbeddedBroker broker,
            ClusterConnection cluster,
            Sampler sampler,
            Processes processes) {
        this.bus = bus;
        this.data = data;
        this.broker = broker;
        this.cluster = cluster;
        this.sampler = sampler;
        this.processes = processes;
        this.before = sampler.offsets();
    }

    /**
     * Brings a bus to a broker that has just been started. The broker belongs to the result; if this fails, the caller
     * closes it.
     */
    static RunningBus of(BusRepository bus, DataDirectory data, EmbeddedBroker broker) throws IOException {
        var cluster = ClusterConnection.open(broker.bootstrapServers(), ANSWER_WITHIN);
        new TopicApplier(cluster).apply(bus);
        forgetMembers(bus, cluster);
        Endpoint.ofThisProcess(broker.bootstrapServers()).write(data.path());
        var environment = Map.of("POSTROAD_BOOTSTRAP", broker.bootstrapServers(), "POSTROAD_REPORT_EVERY", "0.5s");
        return new RunningBus(
                bus,
                data,
                broker,
                cluster,
                Sampler.open(bus, cluster, Clock.systemUTC()),
                new Processes(bus.root(), data, environment));
    }

    /**
     * Removes the members that a killed {@code up} left in the groups of the bus. A broker that has just started has no
     * other; without this their sessions would run for 45 seconds before anybody else gets their partitions.
     */
    private static void forgetMembers(BusRepository bus, ClusterConnection cluster) {
        bus.services().stream()
                .flatMap(service -> service.groups().stream())
                .map(GroupName::toString)
                .forEach(cluster::removeMembers);
    }

    /** A broker with the data of earlier starts, on exactly this port, or on any free one if it is 0. */
    static EmbeddedBroker startBroker(DataDirectory data, int port) {
        return EmbeddedBroker.start(BrokerSettings.in(data.broker()).withPort(port));
    }

    BusRepository bus() {
        return bus;
    }

    String bootstrap() {
        return broker.bootstrapServers();
    }

    Sampler sampler() {
        return sampler;
    }

    Offsets before() {
        return before;
    }

    List<Processes.Running> processes() {
        return processes.running();
    }

    /** Why the broker has died, if it has. */
    Optional<String> brokerFailure() {
        return Optional.ofNullable(broker.failure().toCompletableFuture().getNow(null))
                .map(failure -> failure.message());
    }

    /** What a process says of itself, or why it failed. */
    String state(Processes.Running process) {
        var code = process.exitCode();
        if (code.isEmpty() || code.get() == 0) {
            return process.lastLine();
        }
        return "ended with %d: %s"
                .formatted(
                        code.get(),
                        processes
                                .lastError(process)
                                .or(() -> Optional.of(process.lastLine()).filter(line -> !line.isEmpty()))
                                .orElse("it said nothing"));
    }

    /** Starts a demo process; whether it subscribes decides if {@link #awaitJoined} waits for it. */
    void start(DemoProcess declared, boolean once) {
        processes.start(declared, once);
    }

    /** Whether a process's service subscribes to something. */
    boolean subscribes(DemoProcess declared) {
        return groups(declared).findAny().isPresent();
    }

    private Stream<String> groups(DemoProcess declared) {
        return bus.services().stream()
                .filter(service ->
                        declared.service().filter(service.name()::equals).isPresent())
                .flatMap(service -> service.groups().stream())
                .map(GroupName::toString);
    }

    /** Waits until the services that were started have joined their groups; gives up after ten seconds. */
    void awaitJoined(Stop stop) {
        var deadline = System.nanoTime() + JOIN_WITHIN.toNanos();
        var groups = processes.running().stream()
                .map(Processes.Running::declared)
                .flatMap(this::groups)
                .toList();
        while (!groups.stream().allMatch(sampler::isStable) && System.nanoTime() < deadline) {
            if (stop.awaitFor(Duration.ofMillis(50))) {
                return;
            }
        }
    }

    /** Ends everything: processes first, so that they can finish what they do, the broker last. */
    @Override
    public void close() {
        processes.close();
        sampler.close();
        cluster.close();
        try {
            Endpoint.delete(data.path());
        } catch (IOException e) {
            throw new UpException("the endpoint of %s cannot be deleted: %s".formatted(data.path(), e.getMessage()), e);
        } finally {
            broker.close();
        }
    }
}

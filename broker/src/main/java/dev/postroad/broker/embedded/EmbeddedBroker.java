package dev.postroad.broker.embedded;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka broker in this JVM, reachable through localhost only.
 *
 * <p>Topics are not created by using them. Consumer groups (classic and KIP-848) and share groups have Kafka's
 * defaults, except that a new classic group does not wait for more members. A broker in a directory keeps topics,
 * records and committed offsets for the next start, also when the process is killed; the port may be another then.
 *
 * <p>Safe for use by several threads. A broker that is not closed keeps the JVM alive.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final long STOP_LIMIT_SECONDS = 20;

    private final LoopbackSockets sockets;
    private final DataDirectory data;
    private final BrokerThreads threads;
    private final String bootstrapServers;
    private volatile @Nullable KafkaNode node;
    private boolean closed;

    private EmbeddedBroker(LoopbackSockets sockets, DataDirectory data) {
        this.sockets = sockets;
        this.data = data;
        threads = new BrokerThreads(data);
        bootstrapServers = "localhost:" + sockets.clientPort();
    }

    /**
     * Starts a broker; returns when it serves requests. After an unclean end this includes the recovery of its logs.
     *
     * @throws BrokerStartException if the port or the directory cannot be used, a setting is refused, or the thread is
     *     interrupted, which its flag keeps saying
     */
    public static EmbeddedBroker start(BrokerSettings settings) {
        var sockets =
                LoopbackSockets.bind(settings.port(), 0, settings.listeners().keySet());
        return start(settings, sockets, ClusterMember.alone(sockets.controllerPort()));
    }

    /**
     * Starts a broker that is one of several; returns when it serves requests, for which more than half of the members
     * have to be running. A broker whose predecessor was killed is let in when the predecessor's session has run out,
     * after four seconds.
     *
     * @throws BrokerStartException as for a broker that is alone
     */
    public static EmbeddedBroker start(BrokerSettings settings, ClusterMember member) {
        var sockets = LoopbackSockets.bind(
                settings.port(), member.controllerPort(), settings.listeners().keySet());
        return start(settings, sockets, member);
    }

    private static EmbeddedBroker start(BrokerSettings settings, LoopbackSockets sockets, ClusterMember member) {
        EmbeddedBroker broker;
        try {
            broker = new EmbeddedBroker(sockets, DataDirectory.open(settings.directory()));
        } catch (BrokerStartException refused) {
            sockets.close();
            throw refused;
        }
        try {
            broker.serve(settings, member);
            return broker;
        } catch (BrokerStartException refused) {
            broker.close();
            throw refused;
        }
    }

    /** What clients take as {@code bootstrap.servers}, such as {@code localhost:9092}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /**
     * What clients of a further listener take as {@code bootstrap.servers}.
     *
     * @throws IllegalArgumentException if the settings have no listener of that name
     */
    public String bootstrapServers(String listener) {
        return "localhost:" + sockets.port(listener);
    }

    /** The directory of the settings, or the temporary one; absolute. */
    public Path directory() {
        return data.path();
    }

    /**
     * Completes if the broker dies by itself, and not when it is closed. A dead broker serves nobody; it still has to
     * be closed, which may be done right in a stage that depends on this one.
     */
    public CompletionStage<BrokerFailure> failure() {
        return threads.failure();
    }

    /** Stops the broker, and deletes a temporary directory. Does nothing the second time. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        threads.expectTheEnd();
        try {
            threads.run("broker-stop", this::stop)
                    .end()
                    .orTimeout(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException unclean) {
            LOG.atWarn()
                    .addKeyValue("directory", directory())
                    .setCause(unclean.getCause())
                    .log("Broker did not stop cleanly");
        } finally {
            sockets.close();
            data.close();
        }
    }

    private void serve(BrokerSettings settings, ClusterMember member) {
        var start = threads.run("broker-start", () -> {
            if (!data.isFormatted()) {
                data.format(member);
            } else if (!data.wasClosed() && member.isAlone()) {
                fencePredecessor(settings);
            }
            var properties = NodeProperties.of(data.logs(), sockets, settings, member);
            var starting = new KafkaNode(properties, sockets, threads);
            node = starting;
            starting.start();
        });
        var died = failure().thenAccept(failure -> {
            throw new BrokerStartException(failure.message(), failure.cause().orElse(null));
        });
        try {
            CompletableFuture.anyOf(start.end(), died.toCompletableFuture()).get();
        } catch (ExecutionException refused) {
            start.abandon();
            throw BrokerStartException.of(directory(), Objects.requireNonNullElse(refused.getCause(), refused));
        } catch (InterruptedException stopped) {
            start.abandon();
            Thread.currentThread().interrupt();
            throw new BrokerStartException(
                    "interrupted while the broker on %s started".formatted(directory()), stopped);
        }
    }

    private void fencePredecessor(BrokerSettings settings) {
        try (var transitory = LoopbackSockets.bind(0, 0, settings.listeners().keySet())) {
            var properties = NodeProperties.of(
                    data.logs(), transitory, settings, ClusterMember.alone(transitory.controllerPort()));
            properties.put("broker.heartbeat.interval.ms", "50");
            properties.put("broker.session.timeout.ms", "100");
            new KafkaNode(properties, transitory, threads).fencePredecessor();
        }
    }

    private void stop() {
        var running = node;
        if (running != null) {
            running.stop();
        }
    }
}

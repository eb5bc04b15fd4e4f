package dev.postroad.cli.bus;

import dev.postroad.client.settings.BusSettings;
import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.bus.Cluster;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name the cluster. Without them it is the one of a running {@code up}. */
public final class ClusterOptions {
    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "The Kafka cluster. Default: the broker of the `up` that runs this bus.")
    private @Nullable String bootstrap;

    @Option(
            names = "--env",
            paramLabel = "NAME",
            description = "The environment whose cluster, from postroad.yaml, is meant.")
    private @Nullable String environment;

    /**
     * Where the cluster is.
     *
     * @throws NoBusException if none is named and no {@code up} is running, or what is named is no address
     */
    public String bootstrap(BusOptions options, BusRepository bus) {
        if (bootstrap != null) {
            return requireAddress(bootstrap);
        }
        var chosen = environment;
        if (chosen != null) {
            return bus.cluster(chosen)
                    .map(Cluster::bootstrap)
                    .map(ClusterOptions::requireAddress)
                    .orElseThrow(() -> unknown(chosen, bus));
        }
        return Endpoint.running(options.dataDirectory())
                .map(Endpoint::bootstrap)
                .orElseThrow(() -> new NoBusException(
                        "no broker is running for bus %s; start one with 'postroad up', or name a cluster with --bootstrap host:port or --env name"
                                .formatted(bus.name())));
    }

    /** The address, if the client takes it for one. */
    private static String requireAddress(String address) {
        try {
            return new BusSettings("postroad", address, Duration.ZERO).bootstrap();
        } catch (IllegalArgumentException e) {
            throw new NoBusException(e.getMessage());
        }
    }

    private static NoBusException unknown(String environment, BusRepository bus) {
        var known = bus.clusters().stream().map(Cluster::environment).collect(Collectors.joining(", "));
        return new NoBusException("postroad.yaml has no cluster for environment '%s'; it has: %s"
                .formatted(environment, known.isEmpty() ? "none" : known));
    }
}

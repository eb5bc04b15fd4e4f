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
     * How to connect to the cluster, without reports and health. Where it is named, TLS, SASL and overrides are those
     * of the environment variables that services have; the broker of an {@code up} asks for neither.
     *
     * @param name what the command is called in Kafka's logs and quotas, or the service that it stands for
     * @throws NoBusException if no cluster is named and no {@code up} is running, or what is named is no address, or a
     *     variable is not what it should be
     */
    public BusSettings settings(String name, BusOptions options, BusRepository bus) {
        if (bootstrap != null) {
            return named(name, bootstrap);
        }
        var chosen = environment;
        if (chosen != null) {
            return named(name, bus.cluster(chosen).map(Cluster::bootstrap).orElseThrow(() -> unknown(chosen, bus)));
        }
        return Endpoint.running(options.dataDirectory())
                .map(endpoint -> new BusSettings(name, endpoint.bootstrap(), Duration.ZERO))
                .orElseThrow(() -> new NoBusException(
                        "no broker is running for bus %s; start one with 'postroad up', or name a cluster with --bootstrap host:port or --env name"
                                .formatted(bus.name())));
    }

    private static BusSettings named(String name, String address) {
        try {
            return BusSettings.of(name, System.getenv())
                    .withBootstrap(address)
                    .withReportEvery(Duration.ZERO)
                    .withHealthPort(0);
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

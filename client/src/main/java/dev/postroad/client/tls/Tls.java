package dev.postroad.client.tls;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import javax.net.ssl.SSLEngine;
import org.apache.kafka.common.config.SslConfigs;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificates of one service, as they are in use. Kafka clients that share one share its rotations.
 *
 * <p>New content of the files comes into use within ten seconds, for new connections. Those that are open have the
 * older identity until they end, which each does within five minutes, and before the older certificate expires. One
 * without any traffic ends at its next request, or when Kafka's {@code connections.max.idle.ms} is over.
 *
 * <p>Nothing can help when there is no newer certificate: an open connection outlives the certificate that it began
 * with, and a new one is refused by the broker. And whether the broker trusts a new certificate only the broker knows:
 * let it trust a new authority before the first certificate of that authority is given out.
 *
 * <p>Safe for use by several threads.
 */
public final class Tls {
    /** The property of Kafka clients under which {@link TlsEngineFactory} finds this. */
    static final String PROPERTY = "postroad.tls";

    private static final Logger LOG = LoggerFactory.getLogger(Tls.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
    private static final Duration RECONNECT_WITHIN = Duration.ofMinutes(5);

    private final PemFiles files;
    private final Duration reconnectWithin;
    private final Clock clock;
    private final DoubleSupplier chance;
    private final Watch watch;
    private volatile Generation current;
    private long rotations;
    private long refusals;
    /** What the last look found wrong; it is told when the next look finds the same, for a file may be half-written. */
    private @Nullable Refusal suspected;

    private @Nullable Refusal refused;

    Tls(PemFiles files, Duration lookEvery, Duration reconnectWithin, Clock clock, DoubleSupplier chance) {
        this.files = files;
        this.reconnectWithin = reconnectWithin;
        this.clock = clock;
        this.chance = chance;
        this.current = new Generation(Material.of(PemContent.of(files), clock.instant()));
        this.watch = new Watch(this::look, lookEvery);
    }

    /**
     * Reads the files, which are looked at again for as long as a Kafka client uses them.
     *
     * @throws FileRefusedException if they do not hold what they should
     */
    public static Tls of(PemFiles files) {
        return new Tls(
                files,
                LOOK_EVERY,
                RECONNECT_WITHIN,
                Clock.systemUTC(),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /** What a producer, a consumer or an admin client needs to use these certificates. */
    public Map<String, Object> kafkaProperties() {
        return Map.of(
                SslConfigs.SSL_ENGINE_FACTORY_CLASS_CONFIG,
                TlsEngineFactory.class,
                SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG,
                SslConfigs.DEFAULT_SSL_ENDPOINT_IDENTIFICATION_ALGORITHM,
                PROPERTY,
                this);
    }

    /** The figures at this moment. */
    public synchronized TlsFigures figures() {
        var daysLeft = current.material()
                .notAfter()
                .map(expiry -> OptionalLong.of(
                        Math.floorDiv(Duration.between(clock.instant(), expiry).toSeconds(), 86_400)))
                .orElseGet(OptionalLong::empty);
        return new TlsFigures(
                daysLeft, rotations, refusals, Optional.ofNullable(refused).map(Refusal::reason));
    }

    Watch watch() {
        return watch;
    }

    Material material() {
        return current.material();
    }

    /** The engine of a new connection. */
    SSLEngine engine(String host, int port, @Nullable String endpointIdentification) {
        var generation = current;
        var engine = generation.context().createSSLEngine(host, port);
        engine.setUseClientMode(true);
        var parameters = engine.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        parameters.setEndpointIdentificationAlgorithm(endpointIdentification);
        engine.setSSLParameters(parameters);
        return new RetiringEngine(engine, generation, clock, chance);
    }

    /** Looks at the files, and takes what is new and good into use. */
    synchronized void look() {
        var hash = "";
        try {
            var content = PemContent.of(files);
            hash = content.hash();
            if (!hash.equals(current.material().hash())) {
                rotate(Material.of(content, clock.instant()));
            }
            suspected = null;
            refused = null;
        } catch (FileRefusedException e) {
            suspect(new Refusal(hash, Objects.requireNonNullElse(e.getMessage(), "")));
        }
    }

    private void rotate(Material material) {
        var older = current;
        var now = clock.instant();
        current = new Generation(material);
        older.retire(Retirement.of(now, reconnectWithin, older.material().notAfter()));
        rotations++;
        LOG.atInfo()
                .addKeyValue(
                        "principal", material.identity().map(Identity::name).orElse("none"))
                .addKeyValue(
                        "expires", material.notAfter().map(Instant::toString).orElse("never"))
                .addKeyValue("trusted", material.trusted().map(it -> it.size()).orElse(0))
                .log("Certificates rotated");
    }

    private void suspect(Refusal refusal) {
        if (!refusal.equals(suspected)) {
            suspected = refusal;
        } else if (!refusal.equals(refused)) {
            refused = refusal;
            refusals++;
            LOG.atWarn()
                    .addKeyValue("reason", refusal.reason())
                    .addKeyValue(
                            "expires",
                            current.material().notAfter().map(Instant::toString).orElse("never"))
                    .log("New certificates refused; the last good ones stay in use");
        }
    }

    /** What was wrong with a content. */
    private record Refusal(String hash, String reason) {}

    @Override
    public String toString() {
        return "TLS as %s, trusting %s"
                .formatted(
                        current.material().identity().map(Identity::name).orElse("nobody"),
                        files.trust().map(path -> path.toString()).orElse("what the JVM trusts"));
    }
}

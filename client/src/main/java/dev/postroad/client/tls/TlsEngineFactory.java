package dev.postroad.client.tls;

import java.security.KeyStore;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLEngine;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.security.auth.SslEngineFactory;
import org.jspecify.annotations.Nullable;

/**
 * Kafka's way to the certificates of {@link Tls}, whose properties name this class. Kafka makes one for each client and
 * closes it with the client.
 */
public final class TlsEngineFactory implements SslEngineFactory {
    private final AtomicReference<@Nullable Tls> used = new AtomicReference<>();

    @Override
    public void configure(Map<String, ?> configs) {
        if (!(configs.get(Tls.PROPERTY) instanceof Tls tls)) {
            throw new ConfigException("%s goes with the other properties that Security.kafkaProperties() gives"
                    .formatted(TlsEngineFactory.class.getName()));
        }
        if (used.compareAndSet(null, tls)) {
            tls.watch().begin();
        }
    }

    @Override
    public SSLEngine createClientSslEngine(String peerHost, int peerPort, @Nullable String endpointIdentification) {
        return tls().engine(peerHost, peerPort, endpointIdentification);
    }

    /** Not for brokers. */
    @Override
    public SSLEngine createServerSslEngine(String peerHost, int peerPort) {
        throw new UnsupportedOperationException("the certificates of a service are for clients; a broker has others");
    }

    /** Only for other certificates than these; new content of the same files needs no other factory. */
    @Override
    public boolean shouldBeRebuilt(Map<String, Object> nextConfigs) {
        return nextConfigs.get(Tls.PROPERTY) != used.get();
    }

    @Override
    public Set<String> reconfigurableConfigs() {
        return Set.of(Tls.PROPERTY);
    }

    @Override
    public @Nullable KeyStore keystore() {
        return tls().material().keyStore();
    }

    @Override
    public @Nullable KeyStore truststore() {
        return tls().material().trustStore();
    }

    private Tls tls() {
        var tls = used.get();
        if (tls == null) {
            throw new IllegalStateException("configure comes before use, and close after it");
        }
        return tls;
    }

    @Override
    public void close() {
        var tls = used.getAndSet(null);
        if (tls != null) {
            tls.watch().end();
        }
    }
}

package dev.postroad.client.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * What was read from the files and found good.
 *
 * @param hash the digest of the content that it was read from
 * @param identity who the service is; empty if brokers are not to know it by a certificate
 * @param trusted the authorities whose brokers are trusted; empty for those that the JVM trusts
 */
record Material(String hash, Optional<Identity> identity, Optional<List<X509Certificate>> trusted) {
    /** The store stays in memory, where a password would stand beside it. */
    private static final char[] NO_PASSWORD = new char[0];

    /**
     * Checks a content as a whole.
     *
     * @throws FileRefusedException if it is not good at that time
     */
    static Material of(PemContent content, Instant now) {
        var trusted = content.trust().map(file -> Certificates.trusted(file, now));
        var identity = content.certificate()
                .flatMap(certificate -> content.key().map(key -> Identity.of(certificate, key, now)));
        return new Material(content.hash(), identity, trusted);
    }

    /** When the service's certificate expires. */
    Optional<Instant> notAfter() {
        return identity.map(Identity::notAfter);
    }

    /** A context of its own, so that no session of an older certificate is resumed. */
    SSLContext context() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(keyManagers(), trustManagers(), new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JVM makes no TLS context of certificates that were found good", e);
        }
    }

    @Nullable
    KeyStore keyStore() {
        return identity.map(known -> store(store -> store.setKeyEntry(
                        "service", known.key(), NO_PASSWORD, known.chain().toArray(X509Certificate[]::new))))
                .orElse(null);
    }

    @Nullable
    KeyStore trustStore() {
        return trusted.map(authorities -> store(store -> {
                    for (var authority : authorities) {
                        store.setCertificateEntry("authority" + store.size(), authority);
                    }
                }))
                .orElse(null);
    }

    private KeyManager @Nullable [] keyManagers() throws GeneralSecurityException {
        var store = keyStore();
        if (store == null) {
            return null;
        }
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private TrustManager[] trustManagers() throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trustStore());
        return factory.getTrustManagers();
    }

    private interface Filling {
        void fill(KeyStore store) throws GeneralSecurityException;
    }

    private static KeyStore store(Filling filling) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            filling.fill(store);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the JVM keeps no certificates that were found good in memory", e);
        }
    }
}

package dev.postroad.client.tls;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the PEM files are.
 *
 * @param certificate the service's certificate, followed by its issuers; with {@code key}, or neither of both
 * @param key the private key of the service's certificate, in PKCS#8 and not encrypted
 * @param trust certificates of the authorities whose brokers are trusted; those that the JVM trusts if it is empty
 */
public record PemFiles(Optional<Path> certificate, Optional<Path> key, Optional<Path> trust) {
    public PemFiles {
        if (certificate.isPresent() != key.isPresent()) {
            throw new IllegalArgumentException("certificate and key belong together, got %s and %s"
                    .formatted(name(certificate, "no certificate"), name(key, "no key")));
        }
    }

    /** TLS without a certificate of the service, for brokers whose authority is in the file. */
    public static PemFiles trusting(Path trust) {
        return new PemFiles(Optional.empty(), Optional.empty(), Optional.of(trust));
    }

    /** TLS without a certificate of the service, for brokers whose authority the JVM trusts. */
    public static PemFiles trustingAsTheJvm() {
        return new PemFiles(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** These files and a certificate of the service, so that brokers know it (mTLS). */
    public PemFiles withIdentity(Path certificate, Path key) {
        return new PemFiles(Optional.of(certificate), Optional.of(key), trust);
    }

    private static String name(Optional<Path> path, String none) {
        return path.map(Path::toString).orElse(none);
    }
}

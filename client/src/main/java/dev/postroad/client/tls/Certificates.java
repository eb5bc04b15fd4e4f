package dev.postroad.client.tls;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Reads certificates. */
final class Certificates {
    private static final Set<String> LABELS = Set.of("CERTIFICATE", "X509 CERTIFICATE");

    private Certificates() {}

    /** All certificates of a file, at least one. */
    static List<X509Certificate> of(PemFile file) {
        var blocks = file.blocks();
        var certificates = blocks.stream()
                .filter(block -> LABELS.contains(block.label()))
                .map(block -> certificate(file, block))
                .toList();
        if (!certificates.isEmpty()) {
            return certificates;
        }
        if (blocks.stream().anyMatch(block -> block.label().equals("TRUSTED CERTIFICATE"))) {
            throw file.refused(
                    "the certificate is in OpenSSL's own form",
                    "convert it with: openssl x509 -in %s -out certificate.pem".formatted(file));
        }
        throw file.refused(
                "holds no certificate",
                "it should have a block that begins with -----BEGIN CERTIFICATE-----; if it is in DER, convert it with: openssl x509 -inform der -in %s -out certificate.pem"
                        .formatted(file));
    }

    /** The certificates of authorities in a file. Expired ones may stay beside the one that follows them. */
    static List<X509Certificate> trusted(PemFile file, Instant now) {
        var certificates = of(file);
        if (certificates.stream().noneMatch(certificate -> isValid(certificate, now))) {
            var last = certificates.get(certificates.size() - 1);
            throw file.refused(
                    "no certificate in it is valid at %s, the last (%s) from %s to %s"
                            .formatted(now, name(last), notBefore(last), notAfter(last)),
                    "add the authority's current certificate");
        }
        return certificates;
    }

    /** Whom the certificate is for, as brokers name the principal. */
    static String name(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }

    static Instant notBefore(X509Certificate certificate) {
        return certificate.getNotBefore().toInstant();
    }

    static Instant notAfter(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }

    private static boolean isValid(X509Certificate certificate, Instant now) {
        return !now.isBefore(notBefore(certificate)) && !now.isAfter(notAfter(certificate));
    }

    private static X509Certificate certificate(PemFile file, PemBlock block) {
        try {
            var read = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(block.der(file)));
            return (X509Certificate) read;
        } catch (CertificateException e) {
            throw file.refused(
                    "the certificate that begins in line %d cannot be read".formatted(block.line()),
                    "copy the file again",
                    e);
        }
    }
}

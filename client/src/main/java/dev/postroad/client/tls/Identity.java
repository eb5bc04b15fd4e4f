package dev.postroad.client.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Who the service is to brokers.
 *
 * @param chain the service's certificate, then each one's issuer
 */
record Identity(PrivateKey key, List<X509Certificate> chain) {
    /** For each kind of key a signature to try it with. */
    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

    private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";
    private static final String ANY_USAGE = "2.5.29.37.0";

    /** The identity of two files that belong together, at a time when each of its certificates is valid. */
    static Identity of(PemFile certificateFile, PemFile keyFile, Instant now) {
        var chain = Certificates.of(certificateFile);
        var key = PrivateKeys.of(keyFile);
        requireKeyOf(chain, key, certificateFile, keyFile);
        requireLinks(chain, certificateFile);
        for (var certificate : chain) {
            requireValid(certificate, now, certificateFile);
        }
        requireForClients(chain.get(0), certificateFile);
        return new Identity(key, chain);
    }

    /** When the first of the certificates expires. */
    Instant notAfter() {
        return chain.stream()
                .map(Certificates::notAfter)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    String name() {
        return Certificates.name(chain.get(0));
    }

    private static void requireKeyOf(
            List<X509Certificate> chain, PrivateKey key, PemFile certificateFile, PemFile keyFile) {
        if (isKeyOf(chain.get(0), key)) {
            return;
        }
        var other =
                chain.stream().filter(certificate -> isKeyOf(certificate, key)).findFirst();
        if (other.isPresent()) {
            throw certificateFile.refused(
                    "the key belongs to %s, which is not the first certificate"
                            .formatted(Certificates.name(other.get())),
                    "put the service's own certificate first, then each one's issuer");
        }
        throw keyFile.refused(
                "the key does not belong to the certificate of %s in %s"
                        .formatted(Certificates.name(chain.get(0)), certificateFile),
                "put both files of one issue in place");
    }

    private static void requireLinks(List<X509Certificate> chain, PemFile file) {
        for (var index = 1; index < chain.size(); index++) {
            var issued = chain.get(index - 1);
            var issuer = chain.get(index);
            if (!isIssuedBy(issued, issuer)) {
                throw file.refused(
                        "certificate %d (%s) is not the issuer of certificate %d (%s)"
                                .formatted(index + 1, Certificates.name(issuer), index, Certificates.name(issued)),
                        "put the service's own certificate first, then each one's issuer");
            }
        }
    }

    private static boolean isIssuedBy(X509Certificate issued, X509Certificate issuer) {
        try {
            issued.verify(issuer.getPublicKey());
            return issued.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static void requireValid(X509Certificate certificate, Instant now, PemFile file) {
        if (now.isBefore(Certificates.notBefore(certificate))) {
            throw file.refused(
                    "the certificate of %s is not valid before %s"
                            .formatted(Certificates.name(certificate), Certificates.notBefore(certificate)),
                    "check this machine's clock, or wait");
        }
        if (now.isAfter(Certificates.notAfter(certificate))) {
            throw file.refused(
                    "the certificate of %s expired at %s"
                            .formatted(Certificates.name(certificate), Certificates.notAfter(certificate)),
                    "renew it");
        }
    }

    private static void requireForClients(X509Certificate certificate, PemFile file) {
        try {
            var usage = certificate.getExtendedKeyUsage();
            if (usage != null && !usage.contains(CLIENT_AUTHENTICATION) && !usage.contains(ANY_USAGE)) {
                throw file.refused(
                        "the certificate of %s is not for clients".formatted(Certificates.name(certificate)),
                        "have one issued whose extended key usage includes clientAuth");
            }
        } catch (CertificateParsingException e) {
            throw file.refused("the certificate's extended key usage cannot be read", "have it issued again", e);
        }
    }

    private static boolean isKeyOf(X509Certificate certificate, PrivateKey key) {
        var algorithm = SIGNATURES.get(key.getAlgorithm());
        if (algorithm == null) {
            throw new IllegalStateException("no signature is known for keys of " + key.getAlgorithm());
        }
        try {
            return verifies(certificate.getPublicKey(), algorithm, signed(key, algorithm));
        } catch (InvalidKeyException | SignatureException e) {
            // The public key is of another kind.
            return false;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM cannot sign with " + algorithm, e);
        }
    }

    private static byte[] signed(PrivateKey key, String algorithm)
            throws NoSuchAlgorithmException, InvalidKeyException, SignatureException {
        var signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(probe());
        return signature.sign();
    }

    private static boolean verifies(PublicKey key, String algorithm, byte[] signed)
            throws NoSuchAlgorithmException, InvalidKeyException, SignatureException {
        var signature = Signature.getInstance(algorithm);
        signature.initVerify(key);
        signature.update(probe());
        return signature.verify(signed);
    }

    private static byte[] probe() {
        return "postroad".getBytes(US_ASCII);
    }

    /** The name; never the key. */
    @Override
    public String toString() {
        return name();
    }
}

package dev.postroad.client.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority that a test makes; keys are EC where nothing else is said. */
public final class TestAuthority {
    private static final AtomicLong SERIAL = new AtomicLong(1);

    private final KeyPair keys;
    private final List<X509Certificate> chain;

    private TestAuthority(KeyPair keys, List<X509Certificate> chain) {
        this.keys = keys;
        this.chain = chain;
    }

    /** An authority that nobody has issued. */
    public static TestAuthority named(String name) {
        var keys = keys("EC");
        var now = Instant.now();
        var certificate = sign(
                new Request(name, keys)
                        .from(now.minus(Duration.ofDays(1)))
                        .until(now.plus(Duration.ofDays(3_650)))
                        .asAuthority(),
                name,
                keys);
        return new TestAuthority(keys, List.of(certificate));
    }

    /** An authority that this one has issued. */
    TestAuthority intermediate(String name) {
        var keys = keys("EC");
        return new TestAuthority(keys, chain(new Request(name, keys).asAuthority()));
    }

    /** A certificate for clients and for servers on localhost, for a month from yesterday on. */
    public TestCertificate issue(String name) {
        return issue(new Request(name, keys("EC")));
    }

    TestCertificate issue(Request request) {
        return new TestCertificate(request.keys, chain(request));
    }

    private List<X509Certificate> chain(Request request) {
        var name = chain.get(0).getSubjectX500Principal().getName().substring("CN=".length());
        var issued = new ArrayList<>(List.of(sign(request, name, keys)));
        issued.addAll(chain);
        return issued;
    }

    /** The certificates of those who issue. */
    List<X509Certificate> chain() {
        return chain;
    }

    /** The certificate that others trust. */
    public String pem() {
        return TestCertificate.pem(List.of(chain.get(chain.size() - 1)));
    }

    static KeyPair keys(String kind) {
        try {
            return KeyPairGenerator.getInstance(kind).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static X509Certificate sign(Request request, String issuer, KeyPair by) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    new X500Name("CN=" + issuer),
                    BigInteger.valueOf(SERIAL.getAndIncrement()),
                    Date.from(request.from),
                    Date.from(request.until),
                    new X500Name("CN=" + request.name),
                    request.keys.getPublic());
            if (request.isAuthority) {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            } else {
                var localhost = new GeneralNames(new GeneralName(GeneralName.dNSName, request.host));
                builder.addExtension(Extension.subjectAlternativeName, false, localhost);
                builder.addExtension(
                        Extension.extendedKeyUsage,
                        false,
                        new ExtendedKeyUsage(request.usages.toArray(KeyPurposeId[]::new)));
            }
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(by.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What a certificate is asked for. */
    static final class Request {
        private final String name;
        private final KeyPair keys;
        private Instant from = Instant.now().minus(Duration.ofDays(1));
        private Instant until = Instant.now().plus(Duration.ofDays(30));
        private List<KeyPurposeId> usages = List.of(KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_serverAuth);
        private String host = "localhost";
        private boolean isAuthority;

        Request(String name, KeyPair keys) {
            this.name = name;
            this.keys = keys;
        }

        Request from(Instant time) {
            from = time;
            return this;
        }

        Request until(Instant time) {
            until = time;
            return this;
        }

        Request forServers() {
            usages = List.of(KeyPurposeId.id_kp_serverAuth);
            return this;
        }

        Request on(String name) {
            host = name;
            return this;
        }

        private Request asAuthority() {
            isAuthority = true;
            return this;
        }
    }
}

package dev.postroad.client.tls;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from PEM files, and what is refused. */
class MaterialTest {
    private static final Instant NOW = Instant.now();
    private static final TestAuthority AUTHORITY = TestAuthority.named("authority");
    private static final TestCertificate BILLING = AUTHORITY.issue("billing");

    private final Path certificate;
    private final Path key;
    private final Path trust;

    MaterialTest(@TempDir Path folder) throws IOException {
        certificate = folder.resolve("tls.crt");
        key = folder.resolve("tls.key");
        trust = folder.resolve("ca.crt");
        write(BILLING);
        Files.writeString(trust, AUTHORITY.pem());
    }

    private void write(TestCertificate issued) throws IOException {
        Files.writeString(certificate, issued.certificatePem());
        Files.writeString(key, issued.keyPem());
    }

    private Material read() {
        return Material.of(PemContent.of(PemFiles.trusting(trust).withIdentity(certificate, key)), NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void takesEachKindOfKey(String kind) throws IOException {
        var issued = AUTHORITY.issue(new TestAuthority.Request("billing", TestAuthority.keys(kind)));
        write(issued);

        assertThat(read().identity()).hasValue(new Identity(issued.keys().getPrivate(), issued.chain()));
    }

    @Test
    void takesAChainWithIntermediates() throws IOException {
        write(AUTHORITY.intermediate("department").issue("billing"));

        assertThat(read().identity().orElseThrow().chain())
                .extracting(Certificates::name)
                .containsExactly("CN=billing", "CN=department", "CN=authority");
    }

    @Test
    void takesWordsBetweenBlocksAndCertificateAndKeyInOneFile() throws IOException {
        var all = "\ufeffOf billing:\r\n%s\nits key\n%s".formatted(BILLING.certificatePem(), BILLING.keyPem());
        Files.writeString(certificate, all.replace("\n", "\r\n"));
        Files.copy(certificate, key, REPLACE_EXISTING);

        assertThat(read().identity()).map(Identity::chain).hasValue(BILLING.chain());
    }

    @Test
    void takesTrustAlone() {
        var material = Material.of(PemContent.of(PemFiles.trusting(trust)), NOW);

        assertThat(material.identity()).isEmpty();
        assertThat(material.notAfter()).isEmpty();
        assertThat(material.trusted()).hasValue(AUTHORITY.chain());
    }

    @Test
    void leavesTrustToTheJvm() {
        var material = Material.of(PemContent.of(PemFiles.trustingAsTheJvm()), NOW);

        assertThat(material.trusted()).isEmpty();
        assertThat(material.trustStore()).isNull();
        assertThat(material.context().createSSLEngine().getSupportedProtocols()).contains("TLSv1.3");
    }

    @Test
    void trustsSeveralOfWhichOneHasExpired() throws IOException {
        var expired = AUTHORITY.issue(request("old").until(NOW.minusSeconds(1)));
        Files.writeString(trust, TestCertificate.pem(expired.chain().subList(0, 1)) + AUTHORITY.pem());

        assertThat(read().trusted().orElseThrow()).hasSize(2);
    }

    @Test
    void expiresWithTheFirstOfItsCertificates() throws IOException {
        var until = NOW.plus(Duration.ofDays(3)).truncatedTo(SECONDS);
        write(AUTHORITY.issue(request("billing").until(until)));

        assertThat(read().notAfter()).hasValue(until);
    }

    @Test
    void tellsContentsApart() throws IOException {
        var before = read().hash();
        assertThat(read().hash()).isEqualTo(before);

        Files.writeString(trust, "\n", APPEND);

        assertThat(read().hash()).isNotEqualTo(before);
    }

    @Test
    void refusesAFileThatIsNotThere() throws IOException {
        Files.delete(key);

        refuses("%s: there is no such file; check the path", key);
    }

    @Test
    void refusesAFolder() throws IOException {
        Files.delete(key);
        Files.createDirectory(key);

        refuses("%s: is no file; name the PEM file itself", key);
    }

    @Test
    void refusesAFileWithoutEnd() throws IOException {
        Files.write(trust, new byte[(1 << 20) + 1]);

        refuses("%s: has more than 1 MiB; keep only what is needed in it", trust);
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        Files.writeString(certificate, "");

        refuses("%s: is empty; write the whole file, then move it here", certificate);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 200})
    void refusesAFileThatIsHalfWritten(int length) throws IOException {
        Files.writeString(certificate, BILLING.certificatePem().substring(0, length));

        refuses(
                "%s: the CERTIFICATE that begins in line 1 has no end; write the whole file, then move it here",
                certificate);
    }

    @Test
    void refusesAChainThatIsHalfWritten() throws IOException {
        var whole = BILLING.certificatePem();
        Files.writeString(certificate, whole.substring(0, whole.length() - 20));

        var line = TestCertificate.pem(BILLING.chain().subList(0, 1)).lines().count() + 1;
        refuses(
                "%s: the CERTIFICATE that begins in line %d has no end; write the whole file, then move it here",
                certificate, line);
    }

    @Test
    void refusesJunk() throws IOException {
        Files.write(certificate, new byte[] {0x30, (byte) 0x82, 1, 2, 3});

        refuses(
                "%s: holds no certificate; it should have a block that begins with -----BEGIN CERTIFICATE-----; if it is in DER, convert it with: openssl x509 -inform der -in %s -out certificate.pem",
                certificate, certificate);
    }

    @Test
    void refusesWhatIsNotInBase64() throws IOException {
        Files.writeString(certificate, BILLING.certificatePem().replaceFirst("\nM", "\n*"));

        refuses("%s: the CERTIFICATE that begins in line 1 is not in base64; copy the file again", certificate);
    }

    @Test
    void refusesWhatIsNoCertificate() throws IOException {
        Files.writeString(trust, AUTHORITY.pem() + TestCertificate.pem("CERTIFICATE", new byte[] {1, 2, 3}));

        var line = AUTHORITY.pem().lines().count() + 1;
        refuses("%s: the certificate that begins in line %d cannot be read; copy the file again", trust, line);
    }

    @Test
    void refusesOpensslsOwnForm() throws IOException {
        Files.writeString(trust, AUTHORITY.pem().replace("CERTIFICATE", "TRUSTED CERTIFICATE"));

        refuses(
                "%s: the certificate is in OpenSSL's own form; convert it with: openssl x509 -in %s -out certificate.pem",
                trust, trust);
    }

    @Test
    void refusesAnEncryptedKey() throws IOException {
        Files.writeString(key, BILLING.keyPem().replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY"));

        refuses(
                "%s: the private key is encrypted; decrypt it with: openssl pkcs8 -topk8 -nocrypt -in %s -out key.pem",
                key, key);
    }

    @ParameterizedTest
    @CsvSource({"RSA, an RSA PRIVATE KEY", "EC, an EC PRIVATE KEY"})
    void refusesAKeyInTheOlderForm(String kind, String what) throws IOException {
        var info =
                PrivateKeyInfo.getInstance(TestAuthority.keys(kind).getPrivate().getEncoded());
        var der = info.parsePrivateKey().toASN1Primitive().getEncoded();
        Files.writeString(key, TestCertificate.pem(kind + " PRIVATE KEY", der));

        refuses(
                "%s: the private key is %s, not one in PKCS#8; convert it with: openssl pkcs8 -topk8 -nocrypt -in %s -out key.pem",
                key, what, key);
    }

    @Test
    void refusesAKeyOfOpenssh() throws IOException {
        Files.writeString(key, BILLING.keyPem().replace("PRIVATE KEY", "OPENSSH PRIVATE KEY"));

        refuses("%s: the private key is one of OpenSSH; use the key that the certificate was requested with", key);
    }

    @Test
    void refusesAFileWithoutKey() throws IOException {
        Files.writeString(key, BILLING.certificatePem());

        refuses("%s: holds no private key; it should have a block that begins with -----BEGIN PRIVATE KEY-----", key);
    }

    @Test
    void refusesTwoKeys() throws IOException {
        Files.writeString(key, BILLING.keyPem() + BILLING.keyPem());

        refuses("%s: holds 2 private keys; keep the one of the certificate", key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DSA", "X25519"})
    void refusesAKeyThatCannotSignHere(String kind) throws IOException {
        Files.writeString(
                key,
                TestCertificate.pem(
                        "PRIVATE KEY", TestAuthority.keys(kind).getPrivate().getEncoded()));

        refuses("%s: the private key cannot be read; use a key for RSA, EC or Ed25519", key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void refusesTheKeyOfAnotherCertificate(String kind) throws IOException {
        var other = AUTHORITY.issue(new TestAuthority.Request("other", TestAuthority.keys(kind)));
        Files.writeString(key, other.keyPem());

        refuses(
                "%s: the key does not belong to the certificate of CN=billing in %s; put both files of one issue in place",
                key, certificate);
    }

    @Test
    void refusesAChainThatBeginsWithTheIssuer() throws IOException {
        var chain = BILLING.chain();
        Files.writeString(certificate, TestCertificate.pem(List.of(chain.get(1), chain.get(0))));

        refuses(
                "%s: the key belongs to CN=billing, which is not the first certificate; put the service's own certificate first, then each one's issuer",
                certificate);
    }

    @Test
    void refusesAChainThatDoesNotLink() throws IOException {
        var department = AUTHORITY.intermediate("department").issue("billing");
        write(department);
        Files.writeString(
                certificate,
                TestCertificate.pem(
                        List.of(department.chain().get(0), department.chain().get(2))));

        refuses(
                "%s: certificate 2 (CN=authority) is not the issuer of certificate 1 (CN=billing); put the service's own certificate first, then each one's issuer",
                certificate);
    }

    @Test
    void refusesAnIssuerOfTheSameNameOnly() throws IOException {
        Files.writeString(
                certificate,
                TestCertificate.pem(BILLING.chain().subList(0, 1))
                        + TestAuthority.named("authority").pem());

        refuses(
                "%s: certificate 2 (CN=authority) is not the issuer of certificate 1 (CN=billing); put the service's own certificate first, then each one's issuer",
                certificate);
    }

    @Test
    void refusesAnExpiredCertificate() throws IOException {
        var until = NOW.minusSeconds(60).truncatedTo(SECONDS);
        write(AUTHORITY.issue(request("billing").until(until)));

        refuses("%s: the certificate of CN=billing expired at %s; renew it", certificate, until);
    }

    @Test
    void refusesACertificateOfTomorrow() throws IOException {
        var from = NOW.plus(Duration.ofDays(1)).truncatedTo(SECONDS);
        write(AUTHORITY.issue(request("billing").from(from)));

        refuses(
                "%s: the certificate of CN=billing is not valid before %s; check this machine's clock, or wait",
                certificate, from);
    }

    @Test
    void refusesACertificateForServersOnly() throws IOException {
        write(AUTHORITY.issue(request("billing").forServers()));

        refuses(
                "%s: the certificate of CN=billing is not for clients; have one issued whose extended key usage includes clientAuth",
                certificate);
    }

    @Test
    void refusesTrustThatHasExpired() throws IOException {
        var from = NOW.minus(Duration.ofDays(2)).truncatedTo(SECONDS);
        var expired = AUTHORITY.issue(request("old").from(from).until(from.plusSeconds(1)));
        Files.writeString(trust, TestCertificate.pem(expired.chain().subList(0, 1)));

        refuses(
                "%s: no certificate in it is valid at %s, the last (CN=old) from %s to %s; add the authority's current certificate",
                trust, NOW, from, from.plusSeconds(1));
    }

    @Test
    void keepsTheKeyToItself() {
        var secret = BILLING.keyPem().lines().skip(1).findFirst().orElseThrow();
        var content = PemContent.of(PemFiles.trusting(trust).withIdentity(certificate, key));

        assertThat(content.toString()).doesNotContain(secret);
        assertThat(content.key().orElseThrow().blocks().toString()).doesNotContain(secret);
        assertThat(read().identity().orElseThrow()).hasToString("CN=billing");
    }

    private static TestAuthority.Request request(String name) {
        return new TestAuthority.Request(name, TestAuthority.keys("EC"));
    }

    private void refuses(String message, Object... arguments) {
        assertThatThrownBy(this::read).isInstanceOf(FileRefusedException.class).hasMessage(message, arguments);
    }
}

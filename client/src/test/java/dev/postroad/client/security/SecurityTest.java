package dev.postroad.client.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postroad.client.settings.BusSettings;
import dev.postroad.client.tls.FileRefusedException;
import dev.postroad.client.tls.PemFiles;
import dev.postroad.client.tls.TestAuthority;
import dev.postroad.client.tls.TestFolder;
import dev.postroad.client.tls.TlsEngineFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityTest {
    private static final String ENDPOINT = "https://login.example/token";
    private static final String ALLOWED = "org.apache.kafka.sasl.oauthbearer.allowed.urls";

    private final TestFolder folder;
    private final Path password;
    private final Map<String, String> environment = new HashMap<>();

    SecurityTest(@TempDir Path path) throws IOException {
        var authority = TestAuthority.named("authority");
        folder = new TestFolder(path);
        folder.put(authority.issue("billing"), authority.pem());
        password = path.resolve("password");
        Files.writeString(password, "a-secret\n");
    }

    @AfterEach
    void allowNoEndpoint() {
        System.clearProperty(ALLOWED);
    }

    private Security read() {
        return Security.of(environment);
    }

    private void set(String... variables) {
        for (var index = 0; index < variables.length; index += 2) {
            environment.put("POSTROAD_" + variables[index], variables[index + 1]);
        }
    }

    @Test
    void isNoneWhereNothingIsSet() {
        assertThat(read()).isEqualTo(Security.none()).hasToString("none");
        assertThat(read().kafkaProperties()).isEqualTo(Map.of("security.protocol", "PLAINTEXT"));
        assertThat(read().figures()).isEmpty();
    }

    @Test
    void isMutualTls() {
        set("TLS_TRUST", folder.trust().toString());
        set(
                "TLS_CERTIFICATE",
                folder.certificate().toString(),
                "TLS_KEY",
                folder.key().toString());

        assertThat(read()).hasToString("TLS as CN=billing, trusting " + folder.trust());
        assertThat(read().kafkaProperties())
                .containsEntry("security.protocol", "SSL")
                .containsEntry("ssl.engine.factory.class", TlsEngineFactory.class)
                .containsEntry("ssl.endpoint.identification.algorithm", "https");
        assertThat(read().figures().orElseThrow().daysLeft()).isEqualTo(OptionalLong.of(29));
    }

    @Test
    void isTlsThatTrustsAsTheJvmDoes() {
        set("TLS_TRUST", "jvm");

        assertThat(read()).hasToString("TLS as nobody, trusting what the JVM trusts");
    }

    @ParameterizedTest
    @CsvSource({
        "PLAIN, org.apache.kafka.common.security.plain.PlainLoginModule",
        "SCRAM-SHA-256, org.apache.kafka.common.security.scram.ScramLoginModule",
        "SCRAM-SHA-512, org.apache.kafka.common.security.scram.ScramLoginModule"
    })
    void isAPassword(String mechanism, String module) {
        set("TLS_TRUST", "jvm", "SASL_MECHANISM", mechanism);
        set("SASL_USERNAME", "billing", "SASL_PASSWORD", "a-secret");

        assertThat(read().kafkaProperties())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.mechanism", mechanism)
                .containsEntry(
                        "sasl.jaas.config",
                        new Password(module + " required password=\"a-secret\" username=\"billing\";"))
                .doesNotContainKey("sasl.client.callback.handler.class");
        assertThat(read())
                .hasToString("TLS as nobody, trusting what the JVM trusts, %s as billing".formatted(mechanism));
    }

    @Test
    void asksForAPasswordInAFileAtEachConnection() {
        set("SASL_MECHANISM", "SCRAM-SHA-512", "SASL_USERNAME", "billing");
        set("SASL_PASSWORD_FILE", password.toString());

        assertThat(read().kafkaProperties())
                .containsEntry("security.protocol", "SASL_PLAINTEXT")
                .containsEntry("sasl.client.callback.handler.class", PasswordCallbackHandler.class)
                .containsEntry(
                        "sasl.jaas.config",
                        new Password("org.apache.kafka.common.security.scram.ScramLoginModule required;"));
    }

    @Test
    void isATokenOfAnEndpoint() {
        System.setProperty(ALLOWED, "https://other.example, " + ENDPOINT);
        set("TLS_TRUST", "jvm", "SASL_MECHANISM", "OAUTHBEARER", "SASL_TOKEN_ENDPOINT", ENDPOINT);
        set("SASL_USERNAME", "billing", "SASL_PASSWORD_FILE", password.toString());

        assertThat(read().kafkaProperties())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.mechanism", "OAUTHBEARER")
                .containsEntry("sasl.login.callback.handler.class", OAuthBearerLoginCallbackHandler.class)
                .containsEntry("sasl.oauthbearer.token.endpoint.url", ENDPOINT)
                .containsEntry("sasl.oauthbearer.client.credentials.client.id", "billing")
                .containsEntry("sasl.oauthbearer.client.credentials.client.secret", new Password("a-secret"));
    }

    @Test
    void saysThatKafkaMayNotAskAnEndpoint() {
        set("TLS_TRUST", "jvm", "SASL_MECHANISM", "OAUTHBEARER", "SASL_TOKEN_ENDPOINT", ENDPOINT);
        set("SASL_USERNAME", "billing", "SASL_PASSWORD", "a-secret");

        assertThatThrownBy(() -> read().kafkaProperties())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "Kafka may not ask the token endpoint %s; start the JVM with -D%s=%s",
                        ENDPOINT, ALLOWED, ENDPOINT);
    }

    @Test
    void keepsSecretsToItself() {
        System.setProperty(ALLOWED, ENDPOINT);
        var trusting = Security.tls(PemFiles.trustingAsTheJvm());
        var plain = trusting.withSasl(Sasl.password(PasswordMechanism.PLAIN, "billing", Secret.of("a-secret")));
        var filed = trusting.withSasl(Sasl.password(PasswordMechanism.PLAIN, "billing", Secret.in(password)));
        var token = trusting.withSasl(Sasl.token(URI.create(ENDPOINT), "billing", Secret.of("a-secret")));

        for (var security : new Security[] {plain, filed, token}) {
            var settings = BusSettings.of("billing", Map.of()).withSecurity(security);
            assertThat(settings.toString()).contains("as billing").doesNotContain("a-secret");
            assertThat(security.kafkaProperties().toString()).doesNotContain("a-secret");
        }
        assertThat(new SecurityEnvironment(Map.of("POSTROAD_SASL_PASSWORD", "a-secret")).toString())
                .doesNotContain("a-secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TLS_KEY=k | POSTROAD_TLS_KEY is set, but POSTROAD_TLS_TRUST is not; set that as well, or neither",
                "TLS_CERTIFICATE=c | POSTROAD_TLS_CERTIFICATE is set, but POSTROAD_TLS_TRUST is not; set that as well, or neither",
                "TLS_TRUST=jvm TLS_KEY=k | POSTROAD_TLS_CERTIFICATE and POSTROAD_TLS_KEY belong together; set both or neither",
                "TLS_TRUST= | POSTROAD_TLS_TRUST is empty; unset it, or say what it is",
                "SASL_USERNAME=u | POSTROAD_SASL_USERNAME is set, but POSTROAD_SASL_MECHANISM is not; set that as well, or neither",
                "SASL_PASSWORD=p | POSTROAD_SASL_PASSWORD is set, but POSTROAD_SASL_MECHANISM is not; set that as well, or neither",
                "SASL_TOKEN_ENDPOINT=e | POSTROAD_SASL_TOKEN_ENDPOINT is set, but POSTROAD_SASL_MECHANISM is not; set that as well, or neither",
                "SASL_MECHANISM=GSSAPI | POSTROAD_SASL_MECHANISM 'GSSAPI' is unknown; use one of PLAIN, SCRAM-SHA-256, SCRAM-SHA-512, OAUTHBEARER",
                "SASL_MECHANISM=SCRAM-SHA-256 SASL_PASSWORD=p | SCRAM-SHA-256 needs POSTROAD_SASL_USERNAME, which is not set",
                "SASL_MECHANISM=SCRAM-SHA-256 SASL_USERNAME=u | SCRAM-SHA-256 needs POSTROAD_SASL_PASSWORD or POSTROAD_SASL_PASSWORD_FILE, and neither is set",
                "SASL_MECHANISM=SCRAM-SHA-256 SASL_USERNAME=u SASL_PASSWORD=p SASL_PASSWORD_FILE=f | POSTROAD_SASL_PASSWORD and POSTROAD_SASL_PASSWORD_FILE are both set; unset one of them",
                "SASL_MECHANISM=SCRAM-SHA-256 SASL_TOKEN_ENDPOINT=e | POSTROAD_SASL_TOKEN_ENDPOINT is for OAUTHBEARER, but POSTROAD_SASL_MECHANISM is SCRAM-SHA-256; unset one of them",
                "SASL_MECHANISM=PLAIN SASL_USERNAME=u SASL_PASSWORD=p | PLAIN sends a secret that only TLS hides; say whose brokers to trust, with POSTROAD_TLS_TRUST",
                "SASL_MECHANISM=OAUTHBEARER SASL_USERNAME=u SASL_PASSWORD=p | OAUTHBEARER needs POSTROAD_SASL_TOKEN_ENDPOINT, which is not set",
                "SASL_MECHANISM=OAUTHBEARER SASL_USERNAME=u SASL_PASSWORD=p SASL_TOKEN_ENDPOINT=https://e/t | OAUTHBEARER sends a secret that only TLS hides; say whose brokers to trust, with POSTROAD_TLS_TRUST",
                "SASL_MECHANISM=OAUTHBEARER SASL_USERNAME=u SASL_PASSWORD=p SASL_TOKEN_ENDPOINT=^ | POSTROAD_SASL_TOKEN_ENDPOINT '^' is no address; write it as https://host/path"
            })
    void refusesContradictions(String variables, String message) {
        for (var variable : variables.split(" ")) {
            var parts = variable.split("=", 2);
            set(parts[0], parts[1]);
        }

        assertThatThrownBy(this::read)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://login.example/token", "file:///etc/token", "login.example", "https:token"})
    void refusesAnEndpointThatWouldGetTheSecretInTheClear(String endpoint) {
        assertThatThrownBy(() -> Sasl.token(URI.create(endpoint), "billing", Secret.of("a-secret")))
                .hasMessage(
                        "token endpoint '%s' would be sent the secret in the clear; use an address that begins with https://",
                        endpoint);
    }

    @Test
    void refusesFilesThatAreNoGood() {
        set("TLS_TRUST", password.toString());

        assertThatThrownBy(this::read)
                .isInstanceOf(FileRefusedException.class)
                .hasMessageStartingWith(password + ": holds no certificate");
    }

    @Test
    void refusesAPasswordFileThatIsNotThere() throws IOException {
        Files.delete(password);
        set("SASL_MECHANISM", "SCRAM-SHA-512", "SASL_USERNAME", "billing");
        set("SASL_PASSWORD_FILE", password.toString());

        assertThatThrownBy(() -> read().kafkaProperties()).hasMessageStartingWith(password + ": cannot be read");
    }

    @Test
    void comesWithTheSettingsOfTheEnvironment() {
        set("TLS_TRUST", "jvm");

        var settings = BusSettings.of("billing", environment);

        assertThat(settings.security()).hasToString("TLS as nobody, trusting what the JVM trusts");
        assertThat(settings.withBootstrap("a:1").security()).isSameAs(settings.security());
    }
}

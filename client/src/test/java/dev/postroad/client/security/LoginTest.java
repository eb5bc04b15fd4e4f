package dev.postroad.client.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.postroad.broker.embedded.BrokerSettings;
import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.client.connection.BrokerRefusedException;
import dev.postroad.client.connection.Connection;
import dev.postroad.client.connection.KafkaConnection;
import dev.postroad.client.connection.LoginFailedException;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.client.tls.PemFiles;
import dev.postroad.client.tls.TestAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Logins at a broker that has a listener for each way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoginTest {
    private static final String ALLOWED = "org.apache.kafka.sasl.oauthbearer.allowed.urls";
    private static final String PASSWORD = "odd \"\\ pässword";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final TestAuthority AUTHORITY = TestAuthority.named("authority");

    private final Path folder;
    private final Path trust;

    @AutoClose
    private final EmbeddedBroker broker = EmbeddedBroker.start(secured(BrokerSettings.temporary()));

    LoginTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        trust = Files.writeString(folder.resolve("ca.crt"), AUTHORITY.pem());
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            for (var mechanism : List.of(ScramMechanism.SCRAM_SHA_256, ScramMechanism.SCRAM_SHA_512)) {
                assertThat(admin.alterUserScramCredentials(List.of(credential(mechanism)))
                                .all()
                                .toCompletionStage())
                        .succeedsWithin(PATIENCE);
            }
        }
    }

    private static BrokerSettings secured(BrokerSettings settings) {
        var certificate = AUTHORITY.issue("broker");
        var plain = new LoginEntry(PasswordMechanism.PLAIN.module(), Map.of("user_billing", PASSWORD));
        var scram = new LoginEntry(PasswordMechanism.SCRAM_SHA_256.module(), Map.of());
        var token = new LoginEntry("org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule", Map.of());
        return settings.withListener("SECURE", SecurityProtocol.SASL_SSL)
                .withListener("OPEN", SecurityProtocol.SASL_PLAINTEXT)
                .with("listener.name.secure.ssl.keystore.type", "PEM")
                .with("listener.name.secure.ssl.keystore.certificate.chain", certificate.certificatePem())
                .with("listener.name.secure.ssl.keystore.key", certificate.keyPem())
                .with("listener.name.secure.sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-256,SCRAM-SHA-512,OAUTHBEARER")
                .with("listener.name.secure.plain.sasl.jaas.config", plain.text())
                .with("listener.name.secure.scram-sha-256.sasl.jaas.config", scram.text())
                .with("listener.name.secure.scram-sha-512.sasl.jaas.config", scram.text())
                .with("listener.name.secure.oauthbearer.sasl.jaas.config", token.text())
                .with(
                        "listener.name.secure.oauthbearer.sasl.server.callback.handler.class",
                        TokensAccepted.class.getName())
                .with("listener.name.open.sasl.enabled.mechanisms", "SCRAM-SHA-512")
                .with("listener.name.open.scram-sha-512.sasl.jaas.config", scram.text());
    }

    private static UserScramCredentialAlteration credential(ScramMechanism mechanism) {
        return new UserScramCredentialUpsertion("billing", new ScramCredentialInfo(mechanism, 4_096), PASSWORD);
    }

    @AfterEach
    void allowNoEndpoint() {
        System.clearProperty(ALLOWED);
    }

    @ParameterizedTest
    @EnumSource
    void logsInWithAPassword(PasswordMechanism mechanism) {
        var login = Sasl.password(mechanism, "billing", Secret.of(PASSWORD));

        try (var connection = secure(login)) {
            assertThat(connection.look().hasTopic("orders.order-placed.v1")).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void logsInWithThePasswordThatIsInTheFile(PasswordMechanism mechanism) throws IOException {
        var file = Files.writeString(folder.resolve("password"), "wrong\n");
        var login = Sasl.password(mechanism, "billing", Secret.in(file));
        var security = Security.tls(PemFiles.trusting(trust)).withSasl(login);
        var properties = security.kafkaProperties();

        Files.writeString(file, PASSWORD + "\n");

        try (var admin = Admin.create(with(properties))) {
            assertThat(admin.listTopics().names().toCompletionStage()).succeedsWithin(PATIENCE);
        }
    }

    private Map<String, Object> with(Map<String, Object> properties) {
        var all = new HashMap<>(properties);
        all.put("bootstrap.servers", broker.bootstrapServers("SECURE"));
        return all;
    }

    @Test
    void logsInWithAProofWhereThereIsNoTls() {
        var login = Sasl.password(PasswordMechanism.SCRAM_SHA_512, "billing", Secret.of(PASSWORD));
        var settings = BusSettings.of("billing", Map.of())
                .withBootstrap(broker.bootstrapServers("OPEN"))
                .withSecurity(Security.none().withSasl(login));

        try (var connection = new KafkaConnection(settings)) {
            assertThat(connection.look().hasTopic("orders.order-placed.v1")).isFalse();
        }
    }

    @Test
    void logsInWithATokenOfAnEndpoint() throws IOException {
        var asked = new LinkedBlockingQueue<String>();
        var server = tokenServer(200, asked);
        try {
            var endpoint =
                    "http://localhost:%d/token".formatted(server.getAddress().getPort());
            System.setProperty(ALLOWED, endpoint);

            try (var connection = secure(Sasl.token(URI.create(endpoint), "billing", Secret.of("a-secret")))) {
                assertThat(connection.look().hasTopic("orders.order-placed.v1")).isFalse();
            }
        } finally {
            server.stop(0);
        }
        var basic = Base64.getEncoder().encodeToString("billing:a-secret".getBytes(UTF_8));
        assertThat(asked).contains("Basic " + basic + " grant_type=client_credentials");
    }

    @Test
    void saysThatTheEndpointGivesNoToken() throws IOException {
        var server = tokenServer(401, new LinkedBlockingQueue<>());
        try {
            var endpoint =
                    "http://localhost:%d/token".formatted(server.getAddress().getPort());
            System.setProperty(ALLOWED, endpoint);

            try (var connection = secure(Sasl.token(URI.create(endpoint), "billing", Secret.of("a-secret")))) {
                assertThatThrownBy(() -> connection.look().hasTopic("orders.order-placed.v1"))
                        .isInstanceOf(LoginFailedException.class)
                        .hasMessageStartingWith("no login for the Kafka broker at " + broker.bootstrapServers("SECURE"))
                        .hasMessageContaining("401")
                        .satisfies(thrown ->
                                assertThat(Throwables.getStackTrace(thrown)).doesNotContain("a-secret"));
            }
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer tokenServer(int status, BlockingQueue<String> asked) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            asked.add(exchange.getRequestHeaders().getFirst("Authorization") + ' ' + body);
            var answer = "{\"access_token\":\"%s\"}"
                    .formatted(TokensAccepted.token("billing"))
                    .getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, answer.length);
            try (var out = exchange.getResponseBody()) {
                out.write(answer);
            }
        });
        server.start();
        return server;
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedWithAWrongPasswordWhichNobodyReads(PasswordMechanism mechanism) {
        var login = Sasl.password(mechanism, "billing", Secret.of("not-the-password"));

        try (var connection = secure(login)) {
            assertThatThrownBy(() -> connection.look().hasTopic("orders.order-placed.v1"))
                    .isInstanceOf(BrokerRefusedException.class)
                    .hasMessageContaining("Authentication failed")
                    .hasStackTraceContaining("SaslAuthenticationException")
                    .satisfies(thrown ->
                            assertThat(Throwables.getStackTrace(thrown)).doesNotContain("not-the-password"));
        }
    }

    @Test
    void isRefusedByAClientThatDoesNotTrustTheBroker() throws IOException {
        var other = Files.writeString(
                folder.resolve("other.crt"), TestAuthority.named("other").pem());
        var login = Sasl.password(PasswordMechanism.PLAIN, "billing", Secret.of(PASSWORD));
        var settings = BusSettings.of("billing", Map.of())
                .withBootstrap(broker.bootstrapServers("SECURE"))
                .withSecurity(Security.tls(PemFiles.trusting(other)).withSasl(login));

        try (var connection = new KafkaConnection(settings)) {
            assertThatThrownBy(() -> connection.look().hasTopic("orders.order-placed.v1"))
                    .isInstanceOf(BrokerRefusedException.class)
                    .hasStackTraceContaining("unable to find valid certification path");
        }
    }

    private Connection secure(Sasl login) {
        return new KafkaConnection(BusSettings.of("billing", Map.of())
                .withBootstrap(broker.bootstrapServers("SECURE"))
                .withSecurity(Security.tls(PemFiles.trusting(trust)).withSasl(login)));
    }
}

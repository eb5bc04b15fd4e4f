package dev.postroad.client.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.broker.embedded.BrokerSettings;
import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.client.Bus;
import dev.postroad.client.orders.OrderPlaced;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.client.tls.PemFiles;
import dev.postroad.client.tls.TestAuthority;
import dev.postroad.client.tls.TestFolder;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections as a user makes them; docs/how-to/secure-the-connection.md quotes this. */
class SecureConnectionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final OrderPlaced ORDER =
            OrderPlaced.newBuilder().setOrderId("a").setItems(1).build();

    private final TestAuthority authority = TestAuthority.named("authority");
    private final TestFolder folder;
    private final Path passwordFile;

    @AutoClose
    private final EmbeddedBroker broker;

    SecureConnectionTest(@TempDir Path path) throws IOException {
        folder = new TestFolder(path);
        folder.put(authority.issue("billing"), authority.pem());
        passwordFile = Files.writeString(path.resolve("password"), "a-secret\n");
        var certificate = authority.issue("broker");
        broker = start(certificate.certificatePem(), certificate.keyPem(), authority.pem());
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            var created = admin.createTopics(List.of(new NewTopic("orders.order-placed.v1", 1, (short) 1)));
            assertThat(created.all().toCompletionStage()).succeedsWithin(PATIENCE);
        }
    }

    private static EmbeddedBroker start(String certificatePem, String keyPem, String trustPem) {
        var settings = BrokerSettings.temporary()
                .withListener("SECURE", SecurityProtocol.SSL)
                .with("listener.name.secure.ssl.client.auth", "required")
                .with("listener.name.secure.ssl.keystore.type", "PEM")
                .with("listener.name.secure.ssl.keystore.certificate.chain", certificatePem)
                .with("listener.name.secure.ssl.keystore.key", keyPem)
                .with("listener.name.secure.ssl.truststore.type", "PEM")
                .with("listener.name.secure.ssl.truststore.certificates", trustPem);
        return EmbeddedBroker.start(settings);
    }

    @Test
    void isMadeByTheProgram() {
        var certificate = folder.certificate();
        var key = folder.key();
        var trust = folder.trust();
        var address = broker.bootstrapServers("SECURE");

        var security = Security.tls(PemFiles.trusting(trust).withIdentity(certificate, key));
        var settings = new BusSettings("billing", address, Duration.ZERO).withSecurity(security);
        try (var bus = Bus.connect(settings)) {
            assertThat(bus.publisher(OrderPlaced.class).publish(ORDER)).succeedsWithin(PATIENCE);
        }

        var figures = security.figures().orElseThrow();
        assertThat(figures.daysLeft()).hasValue(29);
        assertThat(figures.refused()).isEmpty();
    }

    @Test
    void isMadeByTheEnvironment() {
        var environment = Map.of(
                "POSTROAD_BOOTSTRAP", broker.bootstrapServers("SECURE"),
                "POSTROAD_TLS_TRUST", folder.trust().toString(),
                "POSTROAD_TLS_CERTIFICATE", folder.certificate().toString(),
                "POSTROAD_TLS_KEY", folder.key().toString());

        try (var bus = Bus.connect(BusSettings.of("billing", environment))) {
            assertThat(bus.publisher(OrderPlaced.class).publish(ORDER)).succeedsWithin(PATIENCE);
        }
    }

    @Test
    void tellsWhenItsCertificateExpires() throws IOException, InterruptedException {
        var security = Security.tls(PemFiles.trusting(folder.trust()).withIdentity(folder.certificate(), folder.key()));
        var settings = new BusSettings("billing", broker.bootstrapServers("SECURE"), Duration.ZERO)
                .withSecurity(security)
                .withHealthPort(freePort());

        try (var bus = Bus.connect(settings)) {
            assertThat(bus.health().isLive()).isTrue();
            var metrics = URI.create("http://localhost:%d/metrics".formatted(settings.healthPort()));
            assertThat(HttpClient.newHttpClient()
                            .send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                            .body())
                    .contains("\npostroad_client_certificate_days_left 29\n")
                    .contains("\npostroad_client_certificate_rotations_total 0\n")
                    .contains("\npostroad_client_certificate_is_refused 0\n");
        }
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    @Test
    void hasALogin() {
        var login = Sasl.password(PasswordMechanism.SCRAM_SHA_512, "billing", Secret.in(passwordFile));
        var security = Security.tls(PemFiles.trustingAsTheJvm()).withSasl(login);

        assertThat(security).hasToString("TLS as nobody, trusting what the JVM trusts, SCRAM-SHA-512 as billing");
    }
}

package dev.postroad.client.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postroad.client.connection.BrokerRefusedException;
import dev.postroad.client.connection.Connection;
import dev.postroad.client.connection.KafkaConnection;
import dev.postroad.client.security.Security;
import dev.postroad.client.settings.BusSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** First connections to a broker that wants certificates. */
class HandshakeTest {
    private final TestAuthority authority = TestAuthority.named("authority");
    private final Path folder;

    HandshakeTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void isDoneWithEachKindOfKey(String protocol) throws IOException {
        try (var broker = TestBroker.start(protocol, authority.issue("broker"), authority)) {
            for (var kind : new String[] {"RSA", "EC", "Ed25519"}) {
                var issued = authority.issue(new TestAuthority.Request("billing", TestAuthority.keys(kind)));

                try (var connection = connection(broker, identified(kind, issued))) {
                    assertThat(connection.look().hasTopic("orders.order-placed.v1"))
                            .as(kind)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void isRefusedToABrokerOnAnotherHost() throws IOException {
        var elsewhere = new TestAuthority.Request("broker", TestAuthority.keys("EC")).on("kafka.example");
        try (var broker = TestBroker.start("TLSv1.3", authority.issue(elsewhere), authority);
                var connection = connection(broker, identified("billing", authority.issue("billing")))) {
            assertThatThrownBy(() -> connection.look().hasTopic("orders.order-placed.v1"))
                    .isInstanceOf(BrokerRefusedException.class)
                    .hasStackTraceContaining("No subject alternative DNS name matching localhost found");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void isRefusedByABrokerThatDoesNotKnowTheAuthority(String protocol) throws IOException {
        var other = TestAuthority.named("other").issue("billing");
        try (var broker = TestBroker.start(protocol, authority.issue("broker"), authority);
                var unknown = connection(broker, identified("other", other));
                var nameless = connection(broker, PemFiles.trusting(trust()))) {
            assertThatThrownBy(() -> unknown.look().hasTopic("orders.order-placed.v1"))
                    .isInstanceOf(BrokerRefusedException.class);
            assertThatThrownBy(() -> nameless.look().hasTopic("orders.order-placed.v1"))
                    .isInstanceOf(BrokerRefusedException.class);
        }
    }

    private PemFiles identified(String name, TestCertificate issued) throws IOException {
        return PemFiles.trusting(trust())
                .withIdentity(
                        Files.writeString(folder.resolve(name + ".crt"), issued.certificatePem()),
                        Files.writeString(folder.resolve(name + ".key"), issued.keyPem()));
    }

    private Path trust() throws IOException {
        return Files.writeString(folder.resolve("ca.crt"), authority.pem());
    }

    private static Connection connection(TestBroker broker, PemFiles files) {
        return new KafkaConnection(BusSettings.of("billing", Map.of())
                .withBootstrap(broker.bootstrapServers())
                .withSecurity(Security.tls(files)));
    }
}

package dev.postroad.cli.bus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.broker.embedded.BrokerSettings;
import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.cli.BusFiles;
import dev.postroad.cli.Main;
import dev.postroad.compiler.proto.Protoc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Commands on a cluster that wants to know who asks, each in a process with its own environment. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecuredClusterTest {
    private static final String TOPIC = "orders.order-placed.v1";
    private static final Map<String, String> PLATFORM = credentials("platform", "secret");

    @AutoClose
    private final EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.temporary()
            .withListener("OPEN", SecurityProtocol.SASL_PLAINTEXT)
            .with("listener.name.open.sasl.enabled.mechanisms", "SCRAM-SHA-512")
            .with(
                    "listener.name.open.scram-sha-512.sasl.jaas.config",
                    "org.apache.kafka.common.security.scram.ScramLoginModule required;")
            .with("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer")
            .with("super.users", "User:ANONYMOUS;User:platform"));

    @TempDir
    private Path bus;

    SecuredClusterTest() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            for (var user : List.of("platform", "stranger")) {
                var credential = new UserScramCredentialUpsertion(
                        user, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4_096), "secret");
                admin.alterUserScramCredentials(List.of(credential))
                        .all()
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
            }
        }
    }

    private static Map<String, String> credentials(String user, String password) {
        return Map.of(
                "POSTROAD_SASL_MECHANISM",
                "SCRAM-SHA-512",
                "POSTROAD_SASL_USERNAME",
                user,
                "POSTROAD_SASL_PASSWORD",
                password);
    }

    @BeforeEach
    void writeBus() throws IOException {
        BusFiles.write(bus, """
                --- postroad.yaml
                name: shop
                --- teams.yaml
                teams:
                  checkout: {}
                --- services/billing.yaml
                name: billing
                team: checkout
                subscribes: [orders.order-placed.v1]
                """);
        Files.createDirectories(bus.resolve("contracts"));
        Files.copy(Path.of("src/test/proto/order_placed.proto"), bus.resolve("contracts/order_placed.proto"));
    }

    @Test
    void logsInAsItsEnvironmentSays() throws IOException, InterruptedException {
        assertThat(run(PLATFORM, "", "apply"))
                .returns(0, Run::exitCode)
                .satisfies(run -> assertThat(run.out()).contains("created  " + TOPIC));
        assertThat(run(PLATFORM, "{\"order_id\": \"a1\", \"items\": 3}\n", "publish", TOPIC))
                .isEqualTo(new Run(0, TOPIC + ": 1 published, 0 refused\n", ""));
        assertThat(run(PLATFORM, "", "tail", TOPIC, "--max", "1").out())
                .contains("a1  {\"order_id\":\"a1\",\"items\":3}");
        assertThat(run(PLATFORM, "", "dlt", "list", TOPIC, "billing"))
                .isEqualTo(new Run(0, "0 dead letters of billing on " + TOPIC + "\n", ""));
        assertThat(run(PLATFORM, "", "doctor", "billing").out()).endsWith("billing would work\n");
    }

    @Test
    void saysInOneSentenceWhatItLacks() throws IOException, InterruptedException {
        var address = broker.bootstrapServers("OPEN");

        assertThat(run(credentials("stranger", "secret"), "", "apply"))
                .isEqualTo(refused(
                        "the cluster at %s does not allow this: Authorization failed. Use credentials that may do it, with the variables POSTROAD_TLS_… and POSTROAD_SASL_…",
                        address));
        assertThat(run(credentials("platform", "wrong"), "", "tail", TOPIC))
                .isEqualTo(refused(
                        "the cluster at %s does not let this client in: Authentication failed during authentication due to invalid credentials with SASL mechanism SCRAM-SHA-512; check the variables POSTROAD_TLS_… and POSTROAD_SASL_…",
                        address));
        assertThat(run(Map.of(), "", "apply"))
                .isEqualTo(refused(
                        "no Kafka broker answers at %s; check the address and whether it asks for TLS or a login, or start one with: postroad up",
                        address));
        assertThat(run(Map.of("POSTROAD_SASL_MECHANISM", "SCRAM"), "", "apply"))
                .isEqualTo(
                        refused(
                                "POSTROAD_SASL_MECHANISM 'SCRAM' is unknown; use one of PLAIN, SCRAM-SHA-256, SCRAM-SHA-512, OAUTHBEARER"));
    }

    private static Run refused(String sentence, Object... values) {
        return new Run(1, "", "postroad: %s%n".formatted(sentence.formatted(values)));
    }

    private record Run(int exitCode, String out, String err) {}

    private Run run(Map<String, String> environment, String input, String... command)
            throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-D%s=%s".formatted(Protoc.PROPERTY, System.getProperty(Protoc.PROPERTY)),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        line.addAll(List.of(command));
        line.addAll(List.of("--bus", bus.toString(), "--bootstrap", broker.bootstrapServers("OPEN")));
        var folder = Files.createTempDirectory(bus, "run");
        var builder = new ProcessBuilder(line)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        try (var in = process.outputWriter(UTF_8)) {
            in.write(input);
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(
                process.exitValue(), Files.readString(folder.resolve("out")), Files.readString(folder.resolve("err")));
    }
}

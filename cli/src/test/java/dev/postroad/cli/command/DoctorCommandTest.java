package dev.postroad.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.broker.junit.BrokerExtension;
import dev.postroad.cli.BusFiles;
import dev.postroad.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BrokerExtension.class)
class DoctorCommandTest {
    @TempDir
    private Path folder;

    private final String bootstrap;
    private final String patient;

    DoctorCommandTest(EmbeddedBroker broker, TestInfo test) {
        bootstrap = broker.bootstrapServers();
        patient = "patient" + Integer.toUnsignedString(test.getDisplayName().hashCode());
    }

    @BeforeEach
    void writeBus() throws IOException {
        BusFiles.write(folder, """
                --- postroad.yaml
                name: shop
                --- teams.yaml
                teams: { checkout: {} }
                --- services/%1$s.yaml
                name: %1$s
                team: checkout
                publishes: [orders.order-placed.v1]
                subscribes:
                  - orders.order-placed.v1
                  - { topic: orders.order-placed.v1, subscription: audit }
                """.formatted(patient));
        Files.createDirectories(folder.resolve("contracts"));
        Files.copy(Path.of("src/test/proto/order_placed.proto"), folder.resolve("contracts/order_placed.proto"));
    }

    private CommandRun run(String... command) {
        return CommandRun.of(
                Stream.concat(Arrays.stream(command), Stream.of("--bus", folder.toString(), "--bootstrap", bootstrap))
                        .toArray(String[]::new));
    }

    @Test
    void saysWhatIsMissingAndHowToGetIt() {
        var examined = run("doctor", patient);

        assertThat(examined.exitCode()).isEqualTo(1);
        assertThat(examined.out())
                .containsPattern(
                        "error +topic orders.order-placed.v1.%1$s.dlt is not there; name orders.order-placed.v1 under subscribes in services/%1$s.yaml, and create what is missing with: postroad apply"
                                .formatted(patient))
                .contains(
                        "topic orders.order-placed.v1.%1$s.audit.dlt is not there; name { topic: orders.order-placed.v1, subscription: audit } under subscribes in services/%1$s.yaml"
                                .formatted(patient))
                .containsPattern("%s would not work: \\d+ problems\n$".formatted(patient));
    }

    @Test
    void saysThatAllIsGood() {
        var applied = run("apply");
        assertThat(applied.exitCode()).as(applied.err()).isZero();

        var examined = run("doctor", patient);

        assertThat(examined.out())
                .startsWith("good  1 broker of cluster ")
                .contains(
                        "group %s may be joined\n".formatted(patient),
                        "group %s.audit may be joined\n".formatted(patient))
                .endsWith(patient + " would work\n");
        assertThat(examined.exitCode()).isZero();
    }

    @Test
    void saysWhichServicesThereAre() {
        var examined = run("doctor", "patience");

        assertThat(examined.exitCode()).isEqualTo(1);
        assertThat(examined.err())
                .isEqualTo("postroad: bus shop has no service 'patience'; it has: %s\n".formatted(patient));
    }
}

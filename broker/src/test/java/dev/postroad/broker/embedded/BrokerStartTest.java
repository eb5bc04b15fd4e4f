package dev.postroad.broker.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.metadata.FeatureLevelRecord;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.metadata.bootstrap.BootstrapDirectory;
import org.apache.kafka.metadata.util.BatchFileWriter;
import org.apache.kafka.server.common.ApiMessageAndVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(MutedKafka.class)
class BrokerStartTest {
    @TempDir
    Path directory;

    @Test
    void saysThatThePortIsTaken() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = BrokerSettings.in(directory).withPort(other.getLocalPort());

            assertRefused(
                    settings,
                    "port %d on localhost is taken; choose another or 0 for any free one"
                            .formatted(other.getLocalPort()));
        }
    }

    @Test
    void saysThatTheDirectoryIsAFile() throws IOException {
        var file = Files.createFile(directory.resolve("data"));

        assertRefused(
                BrokerSettings.in(file), file + " is a file; choose a directory, or a path that does not exist yet");
    }

    @Test
    void saysThatTheDirectoryCannotBeCreated() throws IOException {
        var below = Files.createFile(directory.resolve("data")).resolve("broker");

        assertRefused(BrokerSettings.in(below), "directory %s cannot be created".formatted(below));
    }

    @Test
    void saysThatAnotherBrokerOfThisJvmUsesTheDirectory() {
        try (var first = EmbeddedBroker.start(BrokerSettings.in(directory))) {
            assertRefused(
                    BrokerSettings.in(directory),
                    "directory %s is in use by another running broker; stop that one, or choose another directory"
                            .formatted(directory));
            assertThat(first.failure()).isNotDone();
        }
    }

    @Test
    void saysThatABrokerOfAnotherProcessUsesTheDirectory() throws IOException {
        try (var first = BrokerProcess.start(directory)) {
            assertRefused(BrokerSettings.in(directory), "is in use by another running broker");
            assertThat(new PlainClient(first.bootstrapServers()).topics()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(shorts = {31, 99})
    void saysThatTheDataIsOfANewerKafka(short metadataVersion) throws IOException {
        EmbeddedBroker.start(BrokerSettings.in(directory)).close();
        Utils.delete(directory.resolve("kafka/__cluster_metadata-0").toFile());
        var bootstrap = directory.resolve("kafka").resolve(BootstrapDirectory.BINARY_BOOTSTRAP_FILENAME);
        Files.delete(bootstrap);
        try (var writer = BatchFileWriter.open(bootstrap)) {
            var level = new FeatureLevelRecord().setName("metadata.version").setFeatureLevel(metadataVersion);
            writer.append(new ApiMessageAndVersion(level, (short) 0));
        }

        assertRefused(
                BrokerSettings.in(directory), "directory %s holds data of a newer Kafka than 4.".formatted(directory));
    }

    @Test
    void saysWhichSettingKafkaRefuses() {
        assertRefused(
                BrokerSettings.in(directory).with("num.partitions", "many"),
                "Kafka refuses a broker setting: Invalid value many for configuration num.partitions");
    }

    @Test
    void endsWhenItIsInterrupted() {
        Thread.currentThread().interrupt();

        assertRefused(BrokerSettings.in(directory), "interrupted while the broker on %s started".formatted(directory));

        assertThat(Thread.interrupted()).isTrue();
        EmbeddedBroker.start(BrokerSettings.in(directory)).close();
    }

    private static void assertRefused(BrokerSettings settings, String message) {
        assertThatExceptionOfType(BrokerStartException.class)
                .isThrownBy(() -> EmbeddedBroker.start(settings).close())
                .withMessageContaining(message);
    }
}

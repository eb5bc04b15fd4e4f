package dev.postroad.platform.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.broker.junit.BrokerExtension;
import dev.postroad.broker.junit.UniqueNames;
import dev.postroad.client.connection.TopicMissingException;
import dev.postroad.platform.BusFolder;
import dev.postroad.platform.TestCluster;
import dev.postroad.platform.apply.TopicApplier;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(BrokerExtension.class)
class ClusterConnectionTest {
    @Test
    void saysWithinTenSecondsThatNoBrokerAnswers(@TempDir Path folder) throws IOException {
        var bus = new BusFolder(folder).load();
        var nowhere = TestCluster.closedPort();
        var begin = Instant.now();

        try (var connection = ClusterConnection.open(nowhere)) {
            assertThatThrownBy(() -> new TopicApplier(connection).apply(bus))
                    .isInstanceOf(ClusterUnreachableException.class)
                    .hasMessage(
                            "no Kafka broker answers at %s; check the address and whether it asks for TLS or a login, or start one with: postroad up",
                            nowhere);
        }

        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-host.invalid:9092", "localhost", "localhost:port", ""})
    void saysThatAnAddressLeadsNowhere(String address) {
        assertThatThrownBy(() -> ClusterConnection.open(address))
                .isInstanceOf(ClusterUnreachableException.class)
                .hasMessageStartingWith("no Kafka broker answers at " + address + ";");
    }

    @Test
    void namesTheTopicThatIsMissing(EmbeddedBroker broker, UniqueNames names) {
        try (var connection = ClusterConnection.open(broker.bootstrapServers())) {
            assertThatThrownBy(() -> connection.partitions(List.of(names.topic())))
                    .isInstanceOf(TopicMissingException.class)
                    .hasMessage(
                            "topic %s is not on the cluster at %s; create it with: postroad apply",
                            names.topic(), broker.bootstrapServers());
        }
    }

    @Test
    void removesTheMembersOfAGroup(EmbeddedBroker broker, UniqueNames names) {
        try (var cluster = new TestCluster(broker.bootstrapServers());
                var connection = ClusterConnection.open(broker.bootstrapServers());
                var member = cluster.member(names.group())) {
            cluster.create(names.topic(), 1, Map.of());
            member.subscribe(List.of(names.topic()));
            await().until(() -> member.poll(Duration.ofMillis(100)).isEmpty()
                    && !member.assignment().isEmpty());

            connection.removeMembers(names.group());

            assertThat(cluster.members(names.group())).isZero();
        }
    }
}

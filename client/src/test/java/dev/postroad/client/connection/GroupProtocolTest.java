package dev.postroad.client.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postroad.broker.embedded.BrokerSettings;
import dev.postroad.broker.embedded.EmbeddedBroker;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FeatureUpdate;
import org.apache.kafka.clients.admin.FeatureUpdate.UpgradeType;
import org.apache.kafka.clients.admin.UpdateFeaturesOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On a cluster of its own, since its features are changed. */
class GroupProtocolTest {
    private final EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.temporary());
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));

    @AfterEach
    void close() {
        admin.close();
        broker.close();
    }

    @Test
    void isTheNewestThatTheClusterHas() {
        assertThat(GroupProtocol.of(admin)).isEqualTo(GroupProtocol.CONSUMER);

        var without = Map.of("group.version", new FeatureUpdate((short) 0, UpgradeType.SAFE_DOWNGRADE));
        admin.updateFeatures(without, new UpdateFeaturesOptions())
                .all()
                .toCompletionStage()
                .toCompletableFuture()
                .join();

        await().untilAsserted(() -> assertThat(GroupProtocol.of(admin)).isEqualTo(GroupProtocol.CLASSIC));
    }
}

package dev.postroad.client.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.broker.junit.BrokerExtension;
import dev.postroad.broker.junit.UniqueNames;
import dev.postroad.client.settings.BusSettings;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerExtension.class)
class ConnectionTest {
    private final String bootstrap;

    @AutoClose
    private final Connection connection;

    ConnectionTest(EmbeddedBroker broker) {
        bootstrap = broker.bootstrapServers();
        connection = new KafkaConnection(BusSettings.of("billing", Map.of()).withBootstrap(bootstrap));
    }

    @Test
    void findsNoTopicThatIsNotThere(UniqueNames names) {
        assertThat(connection.look().hasTopic(names.topic())).isFalse();
    }

    @Test
    void tellsABrokerThatRefusesFromOneThatIsNotThere() {
        assertThatThrownBy(() -> connection.look().hasTopic("no topic name"))
                .isInstanceOf(BrokerRefusedException.class)
                .hasMessageStartingWith("the Kafka broker at %s refused: ".formatted(bootstrap));
    }
}

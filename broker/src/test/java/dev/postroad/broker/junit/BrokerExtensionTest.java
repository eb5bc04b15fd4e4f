package dev.postroad.broker.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.broker.embedded.PlainClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.testkit.engine.EngineTestKit;

class BrokerExtensionTest {
    private static final List<EmbeddedBroker> BROKERS = new ArrayList<>();
    private static final List<String> TOPICS = new ArrayList<>();

    @BeforeEach
    void forget() {
        BROKERS.clear();
        TOPICS.clear();
    }

    @Test
    void sharesOneBrokerAmongTestClassesAndClosesItInTheEnd() {
        var run = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Billing.class), selectClass(Refunds.class))
                .execute();

        run.testEvents().assertStatistics(events -> events.succeeded(3));
        assertThat(BROKERS).hasSize(3).containsOnly(BROKERS.get(0));
        assertThat(BROKERS.get(0).directory()).doesNotExist();
        assertThat(TOPICS).hasSize(3).doesNotHaveDuplicates();
    }

    private static void use(EmbeddedBroker broker, UniqueNames names) {
        var client = new PlainClient(broker);
        client.create(names.topic());
        assertThat(client.topics()).contains(names.topic());
        BROKERS.add(broker);
        TOPICS.add(names.topic());
    }

    @ExtendWith(BrokerExtension.class)
    static class Billing {
        @Test
        void usesBroker(EmbeddedBroker broker, UniqueNames names) {
            use(broker, names);
        }

        @Test
        void usesBroker(EmbeddedBroker broker, UniqueNames names, TestInfo overloaded) {
            use(broker, names);
        }
    }

    @ExtendWith(BrokerExtension.class)
    static class Refunds {
        @Test
        void usesBroker(EmbeddedBroker broker, UniqueNames names) {
            use(broker, names);
        }
    }
}

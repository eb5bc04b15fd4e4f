package dev.postroad.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicNameTest {
    @Test
    void readsWhatAUserWrites() {
        var name = TopicName.parse("orders.order-placed.v12");

        assertThat(name).isEqualTo(new TopicName("orders", "order-placed", 12));
        assertThat(name).hasToString("orders.order-placed.v12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "orders",
                "orders.placed",
                "orders.placed.1",
                "orders.placed.v0",
                "Orders.placed.v1",
                "orders.order_placed.v1",
                "orders.-placed.v1",
                "orders.placed-.v1",
                "a.b.c.v1",
                "orders.placed.v1 ",
                "orders.placed.v99999999999999999999"
            })
    void refusesWhatIsNoTopicName(String text) {
        assertThatThrownBy(() -> TopicName.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("such as orders.order-placed.v1");
    }

    @Test
    void leavesRoomForTheNamesOfDerivedTopics() {
        assertThatThrownBy(() -> TopicName.parse("orders." + "x".repeat(120) + ".v1"))
                .hasMessageContaining("130 characters; at most 120");
    }

    @Test
    void cannotBeWrong() {
        assertThatThrownBy(() -> new TopicName("orders", "placed", 0))
                .hasMessage("major must be between 1 and 99999, got 0");
        assertThatThrownBy(() -> new TopicName("Orders", "placed", 1)).hasMessageContaining("domain 'Orders'");
    }
}

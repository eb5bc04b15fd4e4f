package dev.postroad.client.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Message;
import dev.postroad.client.orders.OrderNoted;
import dev.postroad.client.orders.OrderPlaced;
import dev.postroad.client.orders.OrderState;
import dev.postroad.client.orders.Unbound;
import dev.postroad.client.publish.MessageRefusedException;
import dev.postroad.contract.check.Violation;
import dev.postroad.contract.topic.InvalidContractException;
import dev.postroad.contract.topic.Topic;
import dev.postroad.contract.version.ContractVersion;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractSerializerTest {
    private static final String PLACED = "orders.order-placed.v1";
    private static final String NOTED = "orders.order-noted.v1";
    private static final String STATES = "orders.order-state.v1";
    private static final OrderPlaced ORDER =
            OrderPlaced.newBuilder().setOrderId("a").setItems(1).build();
    private static final OrderPlaced BROKEN =
            OrderPlaced.newBuilder().setItems(-1).setEmail("nobody").build();

    private final Headers headers = new RecordHeaders();
    private final ContractSerializer<Message> serializer = new ContractSerializer<>();

    @Test
    void givesTheBytesOfAMessageAndSaysItsVersion() {
        var bytes = serializer.serialize(PLACED, headers, ORDER);

        assertThat(bytes).isEqualTo(ORDER.toByteArray());
        assertThat(headers.lastHeader("postroad-contract").value())
                .isEqualTo(ContractVersion.of(OrderPlaced.getDescriptor()).bytes());
    }

    @Test
    void refusesAMessageThatBreaksItsContract() {
        assertThatThrownBy(() -> serializer.serialize(PLACED, headers, BROKEN))
                .isInstanceOf(SerializationException.class)
                .isInstanceOfSatisfying(
                        MessageRefusedException.class,
                        refusal -> assertThat(refusal.violations())
                                .extracting(Violation::field)
                                .containsExactly("items", "email", "order_id"))
                .hasMessageStartingWith("refused by the contract of orders.order-placed.v1: items: ");
        assertThat(headers).isEmpty();
    }

    @Test
    void sendsAndCountsWhatBreaksAnObservedContract() {
        var broken = OrderNoted.newBuilder().setOrderId("a").build();

        var bytes = serializer.serialize(NOTED, headers, broken);

        assertThat(bytes).isEqualTo(broken.toByteArray());
        assertThat(serializer.observed()).isEqualTo(1);
    }

    @Test
    void refusesATopicThatCarriesOtherMessages() {
        assertThatThrownBy(() -> serializer.serialize(NOTED, headers, ORDER))
                .isInstanceOf(SerializationException.class)
                .hasMessage(
                        "topic orders.order-noted.v1 does not carry orders.v1.OrderPlaced; send it to orders.order-placed.v1, or to a topic for retries or dead letters such as orders.order-placed.v1.<group>.dlt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders.order-placed.v1.billing.dlt", "orders.order-placed.v1.billing.retry.10s"})
    void leavesWhatGoesToADerivedTopicAsItWasPublished(String topic) {
        headers.add(ContractVersion.HEADER, new byte[ContractVersion.LENGTH]);

        var bytes = serializer.serialize(topic, headers, BROKEN);

        assertThat(bytes).isEqualTo(BROKEN.toByteArray());
        assertThat(headers)
                .singleElement()
                .satisfies(header -> assertThat(header.value()).isEqualTo(new byte[ContractVersion.LENGTH]));
    }

    @Test
    void replacesTheVersionThatHeadersOfAnotherRecordSay() {
        headers.add(ContractVersion.HEADER, new byte[ContractVersion.LENGTH]);

        serializer.serialize(PLACED, headers, ORDER);

        assertThat(headers.headers("postroad-contract"))
                .singleElement()
                .satisfies(header -> assertThat(header.value())
                        .isEqualTo(
                                ContractVersion.of(OrderPlaced.getDescriptor()).bytes()));
    }

    @Test
    void letsARecordBeSentTwice() {
        serializer.serialize(PLACED, headers, ORDER);
        ((RecordHeaders) headers).setReadOnly();

        assertThat(serializer.serialize(PLACED, headers, ORDER)).isEqualTo(ORDER.toByteArray());
    }

    @Test
    void needsHeaders() {
        assertThatThrownBy(() -> serializer.serialize(PLACED, ORDER))
                .isInstanceOf(SerializationException.class)
                .hasMessage(
                        "topic orders.order-placed.v1: the contract's version goes into a record's headers, and there are none; call serialize(topic, headers, message)");
    }

    @Test
    void refusesAMessageWithoutATopic() {
        assertThatThrownBy(() -> serializer.serialize("notes", headers, Unbound.getDefaultInstance()))
                .isInstanceOf(InvalidContractException.class)
                .hasMessageStartingWith("orders.v1.Unbound is no contract: ");
    }

    @Test
    void passesADeletionWhoseTypeItCannotSee() {
        assertThat(serializer.serialize(PLACED, headers, null)).isNull();
        assertThat(serializer.serialize(PLACED, null)).isNull();
    }

    @Test
    void refusesADeletionIfItKnowsThatTheTopicIsNotCompacted() {
        var orders = new ContractSerializer<>(Topic.of(OrderPlaced.class));
        var states = new ContractSerializer<OrderState>();
        states.configure(Map.of("postroad.contract.type", OrderState.class.getName()), false);

        assertThatThrownBy(() -> orders.serialize(PLACED, headers, null))
                .isInstanceOf(SerializationException.class)
                .hasMessage(
                        "topic orders.order-placed.v1 is not compacted, so a record without a value deletes nothing; say cleanup: COMPACT in its contract, or send a message");
        assertThat(orders.serialize("orders.order-placed.v1.billing.dlt", headers, null))
                .isNull();
        assertThat(states.serialize(STATES, headers, null)).isNull();
    }

    @Test
    void isForValues() {
        assertThatThrownBy(() -> serializer.configure(Map.of(), true))
                .isInstanceOf(ConfigException.class)
                .hasMessage(
                        "a contract binds the values of records; for keys take Kafka's own classes for byte arrays or strings");
    }
}

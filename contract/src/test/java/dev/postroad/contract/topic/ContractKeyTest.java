package dev.postroad.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postroad.contract.orders.OrderPlaced;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ContractKeyTest {
    @Test
    void writesAStringAsUtf8() {
        var key = keyOf("order_id");

        assertThat(key.of(OrderPlaced.newBuilder().setOrderId("Zürich").build()))
                .hasValue("Zürich".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void writesAnIntegerAsDecimalText() {
        var key = keyOf("number");

        assertThat(key.of(OrderPlaced.newBuilder().setNumber(-42).build()))
                .hasValue("-42".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void isMissingWhenAFieldWithoutPresenceHoldsItsDefault() {
        assertThat(keyOf("order_id").of(OrderPlaced.getDefaultInstance())).isEmpty();
        assertThat(keyOf("number").of(OrderPlaced.getDefaultInstance())).isEmpty();
    }

    @Test
    void mayBeZeroWhenTheFieldHasPresence() {
        var key = keyOf("items");

        assertThat(key.of(OrderPlaced.getDefaultInstance())).isEmpty();
        assertThat(key.of(OrderPlaced.newBuilder().setItems(0).build())).hasValue(new byte[] {'0'});
    }

    @Test
    void isNeitherMessageNorList() {
        assertThatThrownBy(() -> keyOf("lines")).hasMessageContaining("orders.v1.OrderPlaced.lines must be a single");
    }

    private static ContractKey keyOf(String field) {
        return new ContractKey(OrderPlaced.getDescriptor().findFieldByName(field));
    }
}

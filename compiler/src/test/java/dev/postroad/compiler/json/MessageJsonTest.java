package dev.postroad.compiler.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postroad.compiler.orders.OrderPlaced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageJsonTest {
    private final MessageJson json = new MessageJson(OrderPlaced.getDescriptor());

    @Test
    void masksPersonalDataWhereverItStands() {
        var order = OrderPlaced.newBuilder()
                .setOrderId("a1")
                .setEmail("ada@example.org")
                .setBuyer(OrderPlaced.Person.newBuilder().setName("Ada").setCountry("GB"))
                .addRecipients(OrderPlaced.Person.newBuilder().setName("Bob").setCountry("CH"))
                .putByRole(
                        "payer",
                        OrderPlaced.Person.newBuilder()
                                .setName("Eve")
                                .setCountry("DE")
                                .build())
                .addPhones("1234")
                .setHome(OrderPlaced.Address.newBuilder().setStreet("High Street"))
                .build();

        assertThat(json.print(order))
                .isEqualTo("{\"order_id\":\"a1\",\"email\":\"***\",\"buyer\":{\"name\":\"***\",\"country\":\"GB\"},"
                        + "\"recipients\":[{\"name\":\"***\",\"country\":\"CH\"}],"
                        + "\"by_role\":{\"payer\":{\"name\":\"***\",\"country\":\"DE\"}},"
                        + "\"phones\":\"***\",\"home\":\"***\"}");
    }

    @Test
    void readsWhatItPrints() {
        var order = OrderPlaced.newBuilder()
                .setOrderId("a1")
                .setNumber(Long.MAX_VALUE)
                .build();

        var read = json.parse(json.print(order));

        assertThat(read.toByteString()).isEqualTo(order.toByteString());
    }

    @Test
    void readsBothNamesOfAField() {
        assertThat(json.parse("{\"orderId\": \"a1\"}")).isEqualTo(json.parse("{\"order_id\": \"a1\"}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"orderId": 7            | this is no OrderPlaced
                    {"nonsense": 1}          | nonsense
                    {"number": "many"}       | many
                    [1, 2]                   | this is no OrderPlaced
                    ``                       | this is no OrderPlaced
                    """)
    void saysWhyJsonIsNoMessage(String text, String reason) {
        assertThatThrownBy(() -> json.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}

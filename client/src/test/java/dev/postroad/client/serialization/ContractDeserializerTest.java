package dev.postroad.client.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.postroad.client.orders.OrderNoted;
import dev.postroad.client.orders.OrderPlaced;
import dev.postroad.client.orders.Unbound;
import dev.postroad.contract.topic.Topic;
import dev.postroad.contract.version.ContractVersion;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContractDeserializerTest {
    private static final String TOPIC = "orders.order-placed.v1";
    private static final OrderPlaced ORDER =
            OrderPlaced.newBuilder().setOrderId("a").setItems(1).build();
    private static final OrderPlaced BROKEN =
            OrderPlaced.newBuilder().setOrderId("a").setItems(-1).build();

    @Test
    void readsMessages() {
        var deserializer = new ContractDeserializer<>(OrderPlaced.class);

        assertThat(deserializer.deserialize(TOPIC, ORDER.toByteArray())).isEqualTo(ORDER);
        assertThat(deserializer.deserialize(TOPIC, new byte[0])).isEqualTo(OrderPlaced.getDefaultInstance());
    }

    @Test
    void readsFromTheMiddleOfABufferAndLeavesItAsItIs() {
        var deserializer = new ContractDeserializer<>(OrderPlaced.class);
        var bytes = ORDER.toByteArray();
        var buffer = ByteBuffer.allocate(bytes.length + 5)
                .position(3)
                .put(bytes)
                .limit(3 + bytes.length)
                .position(3);

        assertThat(deserializer.deserialize(TOPIC, new RecordHeaders(), buffer)).isEqualTo(ORDER);
        assertThat(buffer.position()).isEqualTo(3);
    }

    @Test
    void readsRecordsOfAnotherVersion() {
        var deserializer = new ContractDeserializer<>(OrderNoted.class);
        var headers = new RecordHeaders();
        headers.add(ContractVersion.HEADER, new byte[ContractVersion.LENGTH]);
        var later = ORDER.toBuilder().setEmail("ada@example.com").build();

        var read = deserializer.deserialize(TOPIC, headers, later.toByteArray());

        assertThat(read.getItems()).isEqualTo(1);
        assertThat(read.toByteArray()).isEqualTo(later.toByteArray());
    }

    @Test
    void readsNothingFromADeletion() {
        var deserializer = new ContractDeserializer<>(OrderPlaced.class);

        assertThat(deserializer.deserialize(TOPIC, null)).isNull();
        assertThat(deserializer.deserialize(TOPIC, new RecordHeaders(), (ByteBuffer) null))
                .isNull();
    }

    @Test
    void saysWhatItCannotRead() {
        var deserializer = new ContractDeserializer<>(OrderPlaced.class);
        var value = "secret".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> deserializer.deserialize(TOPIC, value))
                .isInstanceOf(SerializationException.class)
                .hasMessage("topic orders.order-placed.v1: the record's 6 bytes are no orders.v1.OrderPlaced")
                .hasCauseInstanceOf(InvalidProtocolBufferException.class);
    }

    @Test
    void countsWhatBreaksAConstraint() {
        var deserializer = configured(Map.of("postroad.contract.type", OrderPlaced.class.getName()));

        assertThat(deserializer.deserialize(TOPIC, BROKEN.toByteArray())).isEqualTo(BROKEN);
        assertThat(deserializer.violating()).isEqualTo(1);
    }

    @Test
    void refusesWhatBreaksAConstraintIfToldTo() {
        var byProperties = configured(
                Map.of("postroad.contract.type", OrderPlaced.class, "postroad.contract.validate", "enforce"));
        var byConstructor = new ContractDeserializer<>(Topic.of(OrderPlaced.class), Validation.ENFORCE);
        var sentence =
                "topic orders.order-placed.v1: the message breaks its contract: items: must be greater than 0 [int32.gt]";

        assertThatThrownBy(() -> byProperties.deserialize(TOPIC, BROKEN.toByteArray()))
                .isInstanceOf(SerializationException.class)
                .hasMessage(sentence);
        assertThatThrownBy(() -> byConstructor.deserialize(TOPIC, BROKEN.toByteArray()))
                .isInstanceOf(SerializationException.class)
                .hasMessage(sentence);
    }

    @Test
    void goesByItsConstructorBeforeProperties() {
        var deserializer = new ContractDeserializer<>(Topic.of(OrderPlaced.class), Validation.COUNT);

        deserializer.configure(
                Map.of("postroad.contract.type", Unbound.class, "postroad.contract.validate", "enforce"), false);

        assertThat(deserializer.deserialize(TOPIC, BROKEN.toByteArray())).isEqualTo(BROKEN);
    }

    @Test
    void needsAType() {
        var deserializer = new ContractDeserializer<OrderPlaced>();

        assertThatThrownBy(() -> deserializer.deserialize(TOPIC, ORDER.toByteArray()))
                .isInstanceOf(SerializationException.class)
                .hasMessage(
                        "topic orders.order-placed.v1: nothing says which message its records hold; give the deserializer's constructor a topic, or set postroad.contract.type");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.argumentSet(
                        "no type",
                        Map.of(),
                        "Invalid value null for configuration postroad.contract.type: name the message class that protoc generated from the contract"),
                Arguments.argumentSet(
                        "no class",
                        Map.of("postroad.contract.type", "com.example.Nothing"),
                        "Invalid value com.example.Nothing for configuration postroad.contract.type: Class com.example.Nothing could not be found."),
                Arguments.argumentSet(
                        "no message",
                        Map.of("postroad.contract.type", "java.lang.String"),
                        "Invalid value java.lang.String for configuration postroad.contract.type: name the message class that protoc generated from the contract"),
                Arguments.argumentSet(
                        "no contract",
                        Map.of("postroad.contract.type", Unbound.class),
                        "Invalid value dev.postroad.client.orders.Unbound for configuration postroad.contract.type: orders.v1.Unbound is no contract: "),
                Arguments.argumentSet(
                        "no way to validate",
                        Map.of("postroad.contract.type", OrderPlaced.class, "postroad.contract.validate", "never"),
                        "Invalid value never for configuration postroad.contract.validate: String must be one of: count, enforce"),
                Arguments.argumentSet(
                        "no property",
                        Map.of("postroad.contract.typ", OrderPlaced.class),
                        "there is no property postroad.contract.typ; there are postroad.contract.type and postroad.contract.validate"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refusesProperties(Map<String, ?> properties, String sentence) {
        assertThatThrownBy(() -> configured(properties))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(sentence);
    }

    private static ContractDeserializer<OrderPlaced> configured(Map<String, ?> properties) {
        var deserializer = new ContractDeserializer<OrderPlaced>();
        deserializer.configure(properties, false);
        return deserializer;
    }
}

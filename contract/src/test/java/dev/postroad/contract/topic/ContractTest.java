package dev.postroad.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.postroad.contract.language.ContractLanguage;
import dev.postroad.contract.language.TopicOptions;
import dev.postroad.contract.language.TopicOptions.Cleanup;
import dev.postroad.contract.language.TopicOptions.Lifecycle;
import dev.postroad.contract.language.TopicOptions.Stage;
import dev.postroad.contract.language.TopicOptions.Visibility;
import dev.postroad.contract.orders.OrderPlaced;
import dev.postroad.contract.orders.Unrelated;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContractTest {
    private static final Descriptor ORDER_PLACED = OrderPlaced.getDescriptor();

    @Test
    void isReadFromAGeneratedClass() {
        var contract = Contract.of(ORDER_PLACED);

        assertThat(contract.topic()).hasToString("orders.order-placed.v1");
        assertThat(contract.kafkaTopic()).isEqualTo("orders.order-placed.v1");
        assertThat(contract.owner()).isEqualTo("checkout");
        assertThat(contract.key().orElseThrow().field().getName()).isEqualTo("order_id");
        assertThat(contract.retention().duration()).isEqualTo(Duration.ofHours(12));
        assertThat(contract.expectedRate()).hasValue(500);
        assertThat(contract.expectedSize()).hasValue(200);
        assertThat(contract.visibility()).isEqualTo(Visibility.PRIVATE);
    }

    @Test
    void hasStandardsForWhatTheOwnerLeavesOut() throws Exception {
        var contract = Contract.of(withOptions(
                options -> TopicOptions.newBuilder().setName("a.b.v1").setOwner("checkout")));

        assertThat(contract.key()).isEmpty();
        assertThat(contract.cleanup()).isEqualTo(Cleanup.DELETE);
        assertThat(contract.retention()).isEqualTo(Retention.STANDARD);
        assertThat(contract.expectedRate()).isEmpty();
        assertThat(contract.expectedSize()).isEmpty();
        assertThat(contract.visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(contract.partitions()).isEmpty();
        assertThat(contract.stage()).isEqualTo(Stage.ENFORCED);
        assertThat(contract.lifecycle()).isEqualTo(Lifecycle.ACTIVE);
        assertThat(contract.publishers()).isEmpty();
    }

    @Test
    void isKnownToKafkaByTheNameOfAnAdoptedTopic() throws Exception {
        var contract = Contract.of(withOptions(options -> options.setLegacyName("OrdersPlaced_old")));

        assertThat(contract.kafkaTopic()).isEqualTo("OrdersPlaced_old");
        assertThat(contract.topic()).hasToString("orders.order-placed.v1");
    }

    @Test
    void needsATopic() {
        assertThatThrownBy(() -> Contract.of(Unrelated.getDescriptor()))
                .isInstanceOf(InvalidContractException.class)
                .hasMessageContaining("orders.v1.Unrelated has no topic; add option (postroad.topic) = {");
    }

    static Stream<Arguments> brokenOptions() {
        return Stream.of(
                broken("topic-name", "the topic has no name", options -> options.clearName()),
                broken("topic-name", "'Orders' is not a topic name", options -> options.setName("Orders")),
                broken("owner-missing", "no owner", options -> options.clearOwner()),
                broken(
                        "key-missing",
                        "has no key",
                        options -> options.clearKey().setCleanup(Cleanup.COMPACT)),
                broken("key-field-missing", "key 'id' is not a field of OrderPlaced", options -> options.setKey("id")),
                broken(
                        "key-field-type",
                        "key 'total' is a message (orders.v1.Money)",
                        options -> options.setKey("total")),
                broken("key-field-type", "key 'channel' is an enum", options -> options.setKey("channel")),
                broken("key-field-type", "key 'lines' is repeated", options -> options.setKey("lines")),
                broken("key-field-type", "key 'labels' is a map", options -> options.setKey("labels")),
                broken(
                        "key-field-type",
                        "key 'card' is part of the oneof 'payment'",
                        options -> options.setKey("card")),
                broken("retention", "retention '5x' is not a duration", options -> options.setRetention("5x")),
                broken("expected-rate", "expected_rate -1.0", options -> options.setExpectedRate(-1)),
                broken("expected-rate", "expected_rate NaN", options -> options.setExpectedRate(Double.NaN)),
                broken("expected-size", "expected_size -2", options -> options.setExpectedSize(-2)),
                broken("partitions", "partitions 10001", options -> options.setPartitions(10_001)),
                broken("topic-option", "stage 99 is unknown", options -> options.setStageValue(99)),
                broken("legacy-name", "legacy_name 'a b'", options -> options.setLegacyName("a b")),
                broken("legacy-name", "legacy_name '..'", options -> options.setLegacyName("..")));
    }

    private static Arguments broken(String rule, String sentence, UnaryOperator<TopicOptions.Builder> change) {
        return Arguments.argumentSet(sentence, rule, sentence, change);
    }

    @ParameterizedTest
    @MethodSource("brokenOptions")
    void isRefusedWithRuleSentenceAndWayOut(String rule, String sentence, UnaryOperator<TopicOptions.Builder> change)
            throws Exception {
        var problems = Contract.problems(withOptions(change));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.rule()).isEqualTo(rule);
            assertThat(problem.element()).isEqualTo("orders.v1.OrderPlaced");
            assertThat(problem.sentence()).contains(sentence);
            assertThat(problem.fix()).isNotBlank();
        });
    }

    @Test
    void namesEveryProblemAtOnce() throws Exception {
        var broken = withOptions(
                options -> options.setName("nonsense").setKey("none").setRetention("soon"));

        assertThatThrownBy(() -> Contract.of(broken))
                .hasMessageContaining("'nonsense'")
                .hasMessageContaining("'none'")
                .hasMessageContaining("'soon'");
    }

    private static Descriptor withOptions(UnaryOperator<TopicOptions.Builder> change)
            throws DescriptorValidationException {
        var file = ORDER_PLACED.getFile();
        var proto = file.toProto().toBuilder();
        var options = proto.getMessageTypeBuilder(0).getOptionsBuilder();
        var topic = options.getExtension(ContractLanguage.topic).toBuilder();
        options.setExtension(ContractLanguage.topic, change.apply(topic).build());
        return FileDescriptor.buildFrom(proto.build(), file.getDependencies().toArray(FileDescriptor[]::new))
                .findMessageTypeByName("OrderPlaced");
    }
}

package dev.postroad.contract.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.DynamicMessage;
import dev.postroad.contract.orders.Money;
import dev.postroad.contract.orders.OrderPlaced;
import org.junit.jupiter.api.Test;

class ProtovalidateCheckTest {
    private static final OrderPlaced VALID = OrderPlaced.newBuilder()
            .setOrderId("6f3c1a52-9f5e-4a53-8f7b-0d6a3d1f2b10")
            .setEmail("ada@example.org")
            .setItems(1)
            .build();

    private final Check<OrderPlaced> check = new ProtovalidateCheck<>(OrderPlaced.getDescriptor());

    @Test
    void findsNothingInAValidMessage() {
        assertThat(check.violations(VALID)).isEmpty();
    }

    @Test
    void namesFieldRuleAndReasonOfEveryViolation() {
        var broken = VALID.toBuilder()
                .setEmail("nobody")
                .addLines(OrderPlaced.Line.newBuilder().setBundle(OrderPlaced.Line.newBuilder()))
                .setTotal(Money.newBuilder().setNanos(1_000_000_000))
                .build();

        var violations = check.violations(broken);

        assertThat(violations)
                .extracting(Violation::field, Violation::rule)
                .containsExactlyInAnyOrder(
                        tuple("email", "string.email"),
                        tuple("lines[0].sku", "string.min_len"),
                        tuple("lines[0].bundle.sku", "string.min_len"),
                        tuple("total", "money.nanos"));
    }

    @Test
    void neverShowsTheValue() {
        var violations =
                check.violations(VALID.toBuilder().setEmail("ada at example").build());

        assertThat(violations.toString()).doesNotContain("ada at example");
    }

    @Test
    void checksADynamicMessageAlike() {
        var dynamicCheck = new ProtovalidateCheck<DynamicMessage>(OrderPlaced.getDescriptor());
        var broken = DynamicMessage.newBuilder(VALID)
                .setField(OrderPlaced.getDescriptor().findFieldByName("items"), 0)
                .build();

        assertThat(dynamicCheck.violations(broken))
                .singleElement()
                .hasToString("items: must be greater than 0 [int32.gt]");
    }
}

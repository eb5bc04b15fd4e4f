package dev.postroad.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupNameTest {
    @Test
    void isTheServiceOrASubscriptionOfIt() {
        assertThat(GroupName.of("order-mailer")).hasToString("order-mailer");
        assertThat(GroupName.of("order-mailer", "audit")).hasToString("order-mailer.audit");
    }

    @Test
    void isReadAsItIsWritten() {
        assertThat(GroupName.parse("billing")).isEqualTo(GroupName.of("billing"));
        assertThat(GroupName.parse("billing.audit-log")).isEqualTo(GroupName.of("billing", "audit-log"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "billing.", ".audit", "billing.audit.log", "Billing", "billing.Audit", "a b"})
    void isNotReadFromAnythingElse(String text) {
        assertThatThrownBy(() -> GroupName.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'%s' is no service's group; expected <service> or <service>.<subscription>, such as billing or billing.audit",
                        text);
    }

    @Test
    void refusesADotInEitherPart() {
        assertThatThrownBy(() -> GroupName.of("billing.audit"))
                .hasMessage("service 'billing.audit' is not made of lower-case words joined by hyphens");
        assertThatThrownBy(() -> GroupName.of("billing", "audit.log"))
                .hasMessage("subscription 'audit.log' is not made of lower-case words joined by hyphens");
    }

    @Test
    void givesEachGroupTopicsOfItsOwn() {
        var own = new DerivedTopics("orders.order-placed.v1", "billing").standard();
        var named = new DerivedTopics(
                        "orders.order-placed.v1",
                        GroupName.of("billing", "retry").toString())
                .standard();

        assertThat(own).doesNotContainAnyElementsOf(named);
    }
}

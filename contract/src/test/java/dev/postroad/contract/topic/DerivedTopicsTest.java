package dev.postroad.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerivedTopicsTest {
    private static final DerivedTopics DERIVED = new DerivedTopics("orders.order-placed.v1", "billing");

    @Test
    void areNamedAfterTopicAndGroup() {
        assertThat(DERIVED.standard())
                .containsExactly(
                        "orders.order-placed.v1.billing.retry.10s",
                        "orders.order-placed.v1.billing.retry.1m",
                        "orders.order-placed.v1.billing.retry.10m",
                        "orders.order-placed.v1.billing.dlt");
    }

    @Test
    void areKnownByTheirNames() {
        assertThat(DERIVED.standard()).allMatch(name -> DerivedTopics.isDerived(DERIVED.topic(), name));
        assertThat(DerivedTopics.isDerived(DERIVED.topic(), "orders.order-placed.v1.billing.monthly.dlt"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders.order-placed.v1",
                "orders.order-placed.v1.dlt",
                "orders.order-placed.v1.a.b.c.dlt",
                "orders.order-placed.v1.billing.retry.0s",
                "orders.order-placed.v1.billing.retry.soon",
                "orders.order-placed.v12.billing.dlt",
                "orders.order-placed.v1-dlt"
            })
    void areNoneOfOtherNames(String name) {
        assertThat(DerivedTopics.isDerived(DERIVED.topic(), name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"PT1S, 1s", "PT90S, 90s", "PT2M, 2m", "PT60M, 1h", "PT36H, 36h"})
    void writeADelayInTheLargestUnitThatFits(Duration delay, String words) {
        assertThat(DERIVED.retry(delay)).isEqualTo("orders.order-placed.v1.billing.retry." + words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.5S", "PT1.5S"})
    void refuseADelayThatNoNameCanSay(Duration delay) {
        assertThatThrownBy(() -> DERIVED.retry(delay))
                .hasMessage("a topic for retries cannot have the delay %s; it is given in whole seconds", delay);
    }

    @Test
    void refuseANameThatKafkaDoesNotTake() {
        var derived = new DerivedTopics("t".repeat(120), "g".repeat(125));

        assertThatThrownBy(derived::deadLetters)
                .hasMessageStartingWith("topic name '")
                .hasMessageEndingWith("has 250 characters; Kafka allows 249, so give the group a shorter name");
    }
}

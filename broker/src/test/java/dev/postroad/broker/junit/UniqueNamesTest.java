package dev.postroad.broker.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UniqueNamesTest {
    private final UniqueNames names = new UniqueNames("[class:BillingTest]/[method:usesBroker()]", "usesBroker");

    @Test
    void saysWhichTestATopicBelongsTo() {
        assertThat(names.topic()).matches("t[0-9a-f]{8}\\.uses-broker\\.v1").isEqualTo(names.topic());
        assertThat(names.topic("refunds")).matches("t[0-9a-f]{8}\\.refunds\\.v1");
    }

    @Test
    void namesGroupsAfterAServiceAndItsSubscription() {
        assertThat(names.group()).matches("t[0-9a-f]{8}-uses-broker").isEqualTo(names.group());
        assertThat(names.group("audit")).isEqualTo(names.group() + ".audit");
    }

    @Test
    void differsBetweenTestsOfTheSameMethodName() {
        var others = new UniqueNames("[class:RefundTest]/[method:usesBroker()]", "usesBroker");

        assertThat(others.topic()).isNotEqualTo(names.topic());
        assertThat(others.group()).isNotEqualTo(names.group());
    }

    @ParameterizedTest
    @CsvSource({
        "usesBroker, uses-broker",
        "uses_broker_twice, uses-broker-twice",
        "usesKip848, uses-kip848",
        "listsACLs, lists-acls",
        "BillingTest, billing-test",
        "grüßt$, gr-t",
        "_1_x_, x",
        "тест, test"
    })
    void turnsAMethodsNameIntoWords(String method, String words) {
        assertThat(new UniqueNames("id", method).topic()).endsWith('.' + words + ".v1");
    }
}

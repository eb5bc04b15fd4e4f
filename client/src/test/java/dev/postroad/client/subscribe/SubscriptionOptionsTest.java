package dev.postroad.client.subscribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postroad.client.retry.Retries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionOptionsTest {
    @Test
    void meanTheServicesGroupWithoutAName() {
        assertThat(SubscriptionOptions.standard().name()).isEmpty();
    }

    @Test
    void keepTheirNameWhateverElseIsChosen() {
        var options = SubscriptionOptions.standard()
                .named("audit-log")
                .withRetries(Retries.inOrder())
                .enforcingRules();

        assertThat(options.name()).hasValue("audit-log");
        assertThat(options.retries()).isEqualTo(Retries.inOrder());
        assertThat(options.enforcesRules()).isTrue();
        assertThat(options.named("search").enforcesRules()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Audit", "audit.log", "audit_log", "-audit", "2nd"})
    void refuseAName(String name) {
        assertThatThrownBy(() -> SubscriptionOptions.standard().named(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'%s' is no name of a subscription; use lower-case words joined by hyphens, such as audit",
                        name);
    }
}

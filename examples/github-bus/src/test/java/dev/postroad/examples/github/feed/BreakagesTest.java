package dev.postroad.examples.github.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.contract.check.Violation;
import dev.postroad.examples.github.webhook.RealWebhooks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class BreakagesTest {
    static List<Breakage> breakages() {
        return Breakages.of(RealWebhooks.ALL);
    }

    @ParameterizedTest
    @MethodSource("breakages")
    void breaksOneRuleOfTheFieldThatItNames(Breakage breakage) {
        assertThat(new CheckingOutlet().violations(breakage.message()))
                .extracting(Violation::field)
                .containsExactly(breakage.field());
    }

    @Test
    void breaksAnotherRuleEachTime() {
        assertThat(breakages())
                .extracting(breakage -> new CheckingOutlet()
                        .violations(breakage.message())
                        .get(0)
                        .rule())
                .containsExactly(
                        "int32.gt",
                        "required",
                        "string.min_len",
                        "string.uri",
                        "enum.defined_only",
                        "string.email",
                        "workflow_run.conclusion",
                        "key");
    }
}

package dev.postroad.compiler.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.DescriptorValidationException;
import dev.postroad.compiler.annotation.PlanReader;
import dev.postroad.compiler.baseline.Origin;
import dev.postroad.compiler.baseline.PriorContracts;
import dev.postroad.compiler.change.Compatibility;
import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.lint.Lint;
import dev.postroad.compiler.proto.Compilation.SourceFile;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine of the gate over contracts of Google, OpenTelemetry and Envoy. */
class ForeignSetTest {
    private static final int FILES = 684;
    private static final int MESSAGES = 1530;

    private static ForeignSet set;
    private static List<SourceFile> contracts;

    @BeforeAll
    static void read() throws DescriptorValidationException {
        set = ForeignSet.read();
        contracts = set.contracts(message -> {});
    }

    @Test
    void isAsLargeAsItWasPublished() {
        var messages = ForeignSet.messages(contracts);

        assertThat(contracts).hasSize(FILES);
        assertThat(messages).extracting(message -> message.getFullName()).hasSize(MESSAGES);
    }

    @Test
    void isRemarkedOn() {
        var report = Lint.check(contracts);

        assertThat(report.findings())
                .extracting(finding -> finding.place().file())
                .contains(
                        "contracts/google/type/money.proto",
                        "contracts/opentelemetry/proto/trace/v1/trace.proto",
                        "contracts/envoy/config/cluster/v3/cluster.proto");
        assertThat(report.allowances()).isEmpty();
    }

    @Test
    void isCompatibleWithItself() throws DescriptorValidationException {
        var again = set.contracts(message -> {});

        var findings = compare(contracts, again);

        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isNotCompatibleWithACopyOfBrokenFields(long seed) throws DescriptorValidationException {
        var mutation = new Mutation(seed);
        var broken = set.contracts(mutation);

        var findings = compare(contracts, broken);

        assertThat(mutation.done()).as("seed %d", seed).hasSizeGreaterThan(100);
        assertThat(findings)
                .as("seed %d", seed)
                .hasSizeGreaterThanOrEqualTo(mutation.done().size());
    }

    @Test
    void hasAPlanOfEachMessage() {
        var reader = new PlanReader();

        var plans = ForeignSet.messages(contracts).stream().map(reader::read).toList();

        assertThat(plans)
                .extracting(plan -> plan.root().getFullName())
                .hasSize(MESSAGES)
                .doesNotHaveDuplicates();
    }

    private static List<Finding> compare(List<SourceFile> before, List<SourceFile> after) {
        var prior = new PriorContracts(new Origin(Origin.Kind.FOLDER, "before", ""), before);
        return Compatibility.check(prior, ForeignSet.bus(after));
    }
}

package dev.postroad.compiler.differential;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import dev.postroad.compiler.annotation.PlanReader;
import dev.postroad.compiler.closure.ClosureCheck;
import dev.postroad.contract.check.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Closures over messages without a class give protovalidate's verdicts, by rule, path, sentence and order. */
@TestInstance(Lifecycle.PER_CLASS)
class ClosureDifferentialTest {
    private static final int CONTRACTS = 260;
    private static final int MESSAGES = 190;
    private static final int LEAST = 5;

    private final PlanReader plans = new PlanReader();
    private final Campaign campaign = new Campaign(this::closures, MESSAGES);

    @BeforeAll
    void compare(@TempDir Path folder) throws IOException {
        run(campaign, Contracts.of(folder, 1, CONTRACTS));
    }

    private static void run(Campaign campaign, Contracts contracts) {
        contracts.roots().forEach((contract, type) -> campaign.run(contract, type, new RandomMessage(type, true)::of));
    }

    private Optional<Check<Message>> closures(Descriptor type) {
        var plan = plans.read(type);
        return plan.isComplete() ? Optional.of(ClosureCheck.of(plan)) : Optional.empty();
    }

    @Test
    void hasTheVerdictsOfProtovalidate() {
        assertThat(campaign.differences()).isEmpty();
    }

    @Test
    void isTriedOnEveryStandardRuleKeptAndBroken() {
        assertThat(Coverage.standardRules()).hasSizeGreaterThan(250);
        assertThat(campaign.coverage().seldom(LEAST)).isEmpty();
    }

    @Test
    void isTriedOnAllKindsOfVerdicts() {
        var coverage = campaign.coverage();

        assertThat(campaign.compared()).isGreaterThan(50_000);
        assertThat(coverage.validShare()).as("valid, in percent").isGreaterThan(4);
        assertThat(coverage.invalidShare()).as("invalid, in percent").isBetween(40, 90);
        assertThat(coverage.undecidedShare()).as("undecided, in percent").isBetween(3, 30);
        assertThat(campaign.refused()).as("contracts that both refuse").isPositive();
        assertThat(campaign.left()).as("contracts left to the library").isLessThan(CONTRACTS / 4);
    }

    @Test
    @Tag("slow")
    void hasTheVerdictsOfProtovalidateForAMillionMessages(@TempDir Path folder) throws IOException {
        var many = new Campaign(this::closures, 900);
        for (var firstSeed = 10_000; firstSeed < 11_000; firstSeed += 40) {
            run(many, Contracts.of(Files.createDirectory(folder.resolve("" + firstSeed)), firstSeed, 40));
            assertThat(many.differences()).isEmpty();
        }
        assertThat(many.compared()).isGreaterThan(1_000_000);
    }
}

package dev.postroad.compiler.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares Postroad's opinion on random changes with Buf's. */
class BufOracleTest {
    @TempDir
    private Path folder;

    @Test
    void findsWhatBufFindsInSomeChanges() throws IOException, InterruptedException {
        var trial = Trial.run(folder, 0, 200);

        assertThat(trial.bufFindings()).hasSizeGreaterThan(500);
        assertThat(trial.bufFindings())
                .filteredOn(finding -> finding.extension().isPresent())
                .hasSizeGreaterThan(20);
        assertThat(trial.unexplained(Difference.all())).isEmpty();
    }

    @Test
    void findsWhatThePageSaysThatBufPasses() throws IOException, InterruptedException {
        var rules = ChangeCases.all().rulesWithoutBuf(folder);

        assertThat(Difference.rulesThatBufLacks()).isNotEmpty().isEqualTo(rules);
    }

    @Test
    @Tag("slow")
    void findsWhatBufFindsInManyChanges() throws IOException, InterruptedException {
        var trial = Trial.run(folder, 1_000, 3_000);

        var passed = trial.passed().stream().map(BufFinding::rule).toList();

        assertThat(trial.unexplained(Difference.all())).isEmpty();
        assertThat(Difference.all())
                .allSatisfy(row -> assertThat(row.bufRules()).containsAnyElementsOf(passed))
                .allSatisfy(row -> assertThat(row.reason()).isNotEmpty());
    }
}

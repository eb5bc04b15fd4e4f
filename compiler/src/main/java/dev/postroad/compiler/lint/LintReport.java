package dev.postroad.compiler.lint;

import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.remark.Allowance;
import java.util.Comparator;
import java.util.List;

/**
 * What lint says of a repository.
 *
 * @param findings sorted by file and line
 * @param allowances those that took a remark back, sorted by file and line
 */
public record LintReport(List<Finding> findings, List<Allowance> allowances) {
    public LintReport {
        findings = findings.stream().sorted().toList();
        allowances = allowances.stream()
                .sorted(Comparator.comparing(Allowance::place))
                .toList();
    }
}

package dev.postroad.compiler.gate;

import dev.postroad.compiler.baseline.Origin;
import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.finding.Severity;
import dev.postroad.compiler.remark.Allowance;
import java.util.List;
import java.util.Optional;

/**
 * What the gate says of a bus repository.
 *
 * @param bus what was checked
 * @param against what it was compared with; empty if with nothing
 * @param findings sorted by file and line
 * @param allowances those that took a remark of lint back, sorted by file and line
 */
public record GateReport(
        BusRepository bus, Optional<Origin> against, List<Finding> findings, List<Allowance> allowances) {
    public GateReport {
        findings = findings.stream().sorted().toList();
        allowances = List.copyOf(allowances);
    }

    /** How many findings weigh so much. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** Whether nothing has to be mended. */
    public boolean isPassed() {
        return count(Severity.ERROR) == 0;
    }
}

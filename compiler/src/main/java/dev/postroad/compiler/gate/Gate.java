package dev.postroad.compiler.gate;

import dev.postroad.compiler.baseline.PriorContracts;
import dev.postroad.compiler.baseline.PriorRules;
import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.change.Compatibility;
import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.lint.Lint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a bus repository may become the one that others rely on.
 *
 * <p>It is stricter than {@link BusRepository#hasErrors}, which says whether a repository can be applied: a bus that
 * runs is not stopped by the style of a contract.
 */
public final class Gate {
    private Gate() {}

    /** Checks a repository as it is. */
    public static GateReport check(BusRepository bus) {
        return report(bus, Optional.empty(), List.of());
    }

    /** Checks a repository as it is, and what has changed in it. */
    public static GateReport check(BusRepository bus, PriorContracts prior) {
        var changes = new ArrayList<>(Compatibility.check(prior, bus));
        if (prior.files().isEmpty() && !bus.contracts().isEmpty()) {
            changes.add(PriorRules.empty(prior.origin()));
        }
        return report(bus, Optional.of(prior), changes);
    }

    private static GateReport report(BusRepository bus, Optional<PriorContracts> prior, List<Finding> changes) {
        var lint = Lint.check(bus);
        var findings = new ArrayList<>(bus.findings());
        findings.addAll(lint.findings());
        findings.addAll(changes);
        return new GateReport(bus, prior.map(PriorContracts::origin), findings, lint.allowances());
    }
}

package dev.postroad.compiler.gate;

import dev.postroad.compiler.approval.ApprovalFile;
import dev.postroad.compiler.approval.Approvals;
import dev.postroad.compiler.approval.Approvals.Outcome;
import dev.postroad.compiler.baseline.Origin;
import dev.postroad.compiler.baseline.PriorContracts;
import dev.postroad.compiler.baseline.PriorRules;
import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.change.Compatibility;
import dev.postroad.compiler.lint.Lint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        var approvals = ApprovalFile.read(bus.root());
        return report(bus, Optional.empty(), approvals, new Outcome(List.of(), List.of()));
    }

    /**
     * Checks a repository as it is, and what has changed in it.
     *
     * @param today the day, in UTC, by which approvals expire
     */
    public static GateReport check(BusRepository bus, PriorContracts prior, LocalDate today) {
        var changes = new ArrayList<>(Compatibility.check(prior, bus));
        if (prior.files().isEmpty() && !bus.contracts().isEmpty()) {
            changes.add(PriorRules.empty(prior.origin()));
        }
        var approvals = ApprovalFile.read(bus.root());
        return report(bus, Optional.of(prior.origin()), approvals, approvals.apply(changes, today));
    }

    private static GateReport report(
            BusRepository bus, Optional<Origin> against, Approvals approvals, Outcome changes) {
        var lint = Lint.check(bus);
        var findings = Stream.of(bus.findings(), lint.findings(), approvals.problems(), changes.findings())
                .flatMap(List::stream)
                .toList();
        return new GateReport(bus, against, findings, lint.allowances(), changes.approved());
    }
}

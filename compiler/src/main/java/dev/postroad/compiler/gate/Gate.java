package dev.postroad.compiler.gate;

import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.lint.Lint;
import java.util.ArrayList;

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
        var lint = Lint.check(bus);
        var findings = new ArrayList<>(bus.findings());
        findings.addAll(lint.findings());
        return new GateReport(bus, findings, lint.allowances());
    }
}

package dev.postroad.cli.check;

import dev.postroad.cli.output.Counted;
import dev.postroad.cli.output.Findings;
import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.finding.Severity;
import dev.postroad.compiler.gate.GateReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report of a check for people: the findings of each file, then what was allowed, then the counts. */
final class CheckText {
    private final GateReport report;
    private final List<String> lines = new ArrayList<>();

    private CheckText(GateReport report) {
        this.report = report;
    }

    static List<String> lines(GateReport report) {
        var text = new CheckText(report);
        text.findings();
        text.allowances();
        text.lines.add(text.summary());
        return text.lines;
    }

    private void findings() {
        var byFile = report.findings().stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.place().file(), LinkedHashMap::new, Collectors.toList()));
        byFile.values().forEach(this::file);
    }

    private void file(List<Finding> findings) {
        findings.forEach(finding -> lines.addAll(Findings.lines(finding)));
        lines.add("");
    }

    private void allowances() {
        if (!report.allowances().isEmpty()) {
            lines.add("allowed:");
            report.allowances().forEach(allowance -> lines.add("    " + allowance));
            lines.add("");
        }
    }

    private String summary() {
        var bus = report.bus();
        var counts = Stream.of(
                Stream.of(
                        Counted.of(bus.contracts().size(), "contract"),
                        Counted.of(bus.services().size(), "service")),
                report.against().stream().map(origin -> "compared with " + origin),
                findingCounts(),
                some(report.allowances().size(), "allowance"));
        return bus.name() + ": " + counts.flatMap(part -> part).collect(Collectors.joining(", "));
    }

    private Stream<String> findingCounts() {
        return report.findings().isEmpty()
                ? Stream.of("no findings")
                : Stream.of(
                        Counted.of(report.count(Severity.ERROR), "error"),
                        Counted.of(report.count(Severity.WARNING), "warning"));
    }

    private static Stream<String> some(long count, String noun) {
        return count == 0 ? Stream.empty() : Stream.of(Counted.of(count, noun));
    }
}

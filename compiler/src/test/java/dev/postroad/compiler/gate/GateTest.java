package dev.postroad.compiler.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.compiler.approval.ApprovalRules;
import dev.postroad.compiler.approval.Approved;
import dev.postroad.compiler.baseline.PriorContractsReader;
import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.finding.Severity;
import dev.postroad.compiler.proto.Protoc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks {@code src/test/resources/gate}: each case holds the files of a repository, {@code before/} and {@code after/},
 * and the findings, approvals and allowances of its report. Without {@code before/} nothing is compared. With
 * {@code -Dpostroad.rewrite} it writes what is expected, to be read.
 */
class GateTest {
    private static final Path CASES = Path.of("src/test/resources/gate");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @TempDir
    private Path folder;

    static Stream<Arguments> cases() throws IOException {
        return Files.list(CASES)
                .sorted()
                .map(file -> Arguments.argumentSet(file.getFileName().toString().replace(".case", ""), file));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void reports(Path file) throws IOException {
        var parts = Files.readString(file).split("(?=(?m)^=== findings\n)", 2);
        for (var part : parts[0].split("(?m)^--- ")) {
            write(part);
        }

        var report = report();

        if (System.getProperty("postroad.rewrite") != null) {
            Files.writeString(file, parts[0] + text(report));
        }
        assertThat(parts[0] + text(report)).isEqualTo(Files.readString(file));
        var errors = report.findings().stream().filter(finding -> finding.severity() == Severity.ERROR);
        assertThat(report.isPassed()).isEqualTo(errors.findAny().isEmpty());
    }

    @Test
    void hasACaseForEachRuleOfApprovals() throws IOException {
        var all = new StringBuilder();
        for (var file : Files.list(CASES).toList()) {
            all.append(Files.readString(file));
        }

        assertThat(ApprovalRules.ALL).allSatisfy(rule -> assertThat(all).contains("[" + rule.id() + "]"));
    }

    private GateReport report() {
        var after = BusRepository.load(folder.resolve("after"), Protoc.installed());
        var before = folder.resolve("before");
        return Files.exists(before)
                ? Gate.check(after, new PriorContractsReader(after, Protoc.installed()).read(before.toString()), TODAY)
                : Gate.check(after);
    }

    private String text(GateReport report) {
        var text = "=== findings\n" + lines(report.findings())
                + "=== approved\n"
                + lines(report.approved().stream().map(GateTest::line).toList())
                + "=== allowances\n" + lines(report.allowances());
        return text.replace(folder + "/", "");
    }

    private static String line(Approved approved) {
        return "%s, approved at %s"
                .formatted(approved.finding(), approved.approval().place());
    }

    private static String lines(List<?> values) {
        return values.stream().map(value -> value + "\n").collect(Collectors.joining());
    }

    private void write(String part) throws IOException {
        if (part.isEmpty()) {
            return;
        }
        var nameAndText = part.split("\n", 2);
        var path = folder.resolve(nameAndText[0]);
        Files.createDirectories(path.getParent());
        Files.writeString(path, nameAndText[1]);
    }
}

package dev.postroad.compiler.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.proto.Protoc;
import dev.postroad.compiler.remark.Allowance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks {@code src/test/resources/lint}: each case holds contracts, the findings of lint and the allowances used. */
class LintCaseTest {
    @TempDir
    private Path root;

    static Stream<Arguments> cases() throws IOException {
        return Files.list(Path.of("src/test/resources/lint"))
                .sorted()
                .map(file -> Arguments.argumentSet(file.getFileName().toString().replace(".case", ""), file));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void finds(Path file) throws IOException {
        var contractsAndRest = Files.readString(file).split("=== findings\n", 2);
        var findingsAndAllowances = (contractsAndRest[1] + "\n=== allowances\n").split("=== allowances\n", 3);
        Files.writeString(root.resolve("postroad.yaml"), "name: shop\n");
        for (var part : contractsAndRest[0].split("(?m)^--- ")) {
            write(part);
        }

        var report = Lint.check(BusRepository.load(root, Protoc.installed()));

        assertThat(report.findings().stream().map(Finding::toString))
                .containsExactlyElementsOf(lines(findingsAndAllowances[0]));
        assertThat(report.allowances().stream().map(Allowance::toString))
                .containsExactlyElementsOf(lines(findingsAndAllowances[1]));
    }

    private void write(String part) throws IOException {
        if (part.isEmpty()) {
            return;
        }
        var nameAndText = part.split("\n", 2);
        var path = root.resolve(nameAndText[0]);
        Files.createDirectories(path.getParent());
        Files.writeString(path, nameAndText[1]);
    }

    private static List<String> lines(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }
}

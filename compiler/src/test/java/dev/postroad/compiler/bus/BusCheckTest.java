package dev.postroad.compiler.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.proto.Protoc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks {@code src/test/resources/check}: each case holds the files of a repository and the findings it must have. With
 * {@code -Dpostroad.rewrite} it writes what is expected, to be read.
 */
class BusCheckTest {
    @TempDir
    private Path root;

    static Stream<Arguments> cases() throws IOException {
        var folder = Path.of("src/test/resources/check");
        return Files.list(folder)
                .sorted()
                .map(file -> Arguments.argumentSet(file.getFileName().toString().replace(".case", ""), file));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void finds(Path file) throws IOException {
        var parts = Files.readString(file).split("=== findings\n", 2);
        for (var part : parts[0].split("(?m)^--- ")) {
            write(part);
        }

        var repository = BusRepository.load(root, Protoc.installed());

        if (System.getProperty("postroad.rewrite") != null) {
            Files.writeString(file, parts[0] + "=== findings\n" + text(repository.findings()));
            return;
        }
        assertThat(repository.findings().stream().map(Finding::toString)).containsExactlyElementsOf(lines(parts[1]));
        assertThat(repository.hasErrors()).isEqualTo(!lines(parts[1]).isEmpty());
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

    private static String text(List<Finding> findings) {
        return findings.stream().map(finding -> finding + "\n").collect(Collectors.joining());
    }

    private static List<String> lines(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }
}

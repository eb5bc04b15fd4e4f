package dev.postroad.compiler.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.compiler.cel.CelOutcome.Compiled;
import dev.postroad.compiler.cel.CelOutcome.Invalid;
import dev.postroad.compiler.cel.CelOutcome.Uncompilable;
import dev.postroad.compiler.celsubject.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file of {@code src/test/resources/cel} has sections: a line {@code --- message} or {@code --- <field>}, with
 * {@code of one} behind the latter for a rule of an element, says where the expressions stand; then, in pairs of lines,
 * an expression, in which {@code \n} is a line break, and what becomes of it.
 */
class CelReaderTest {
    private static final Path CASES = Path.of("src/test/resources/cel");

    private final CelReader reader = new CelReader();

    static Stream<Path> files() throws IOException {
        try (var files = Files.list(CASES)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsWhatTheCasesSay(Path file) throws IOException {
        var given = Files.readAllLines(file);

        var read = new ArrayList<String>();
        var site = CelSite.ofMessage(Subject.getDescriptor());
        for (var i = 0; i < given.size(); i++) {
            read.add(given.get(i));
            if (given.get(i).startsWith("--- ")) {
                site = site(given.get(i).substring(4));
            } else if (!given.get(i).isBlank()) {
                read.add("    " + shown(reader.read(given.get(i).replace("\\n", "\n"), site)));
                i++;
            }
        }

        assertThat(String.join("\n", read)).isEqualTo(String.join("\n", given));
    }

    private static CelSite site(String where) {
        if (where.equals("message")) {
            return CelSite.ofMessage(Subject.getDescriptor());
        }
        var words = List.of(where.split(" of "));
        return CelSite.ofField(Subject.getDescriptor().findFieldByName(words.get(0)), words.contains("one"));
    }

    private static String shown(CelOutcome outcome) {
        if (outcome instanceof Compiled compiled) {
            var expression = compiled.expression();
            return (expression.mayFail() ? "may fail: " : "") + ExpressionText.of(expression);
        }
        if (outcome instanceof Invalid invalid) {
            return invalid.issues().stream().map(CelIssue::toString).collect(Collectors.joining("; ", "invalid: ", ""));
        }
        return "uncompilable: " + ((Uncompilable) outcome).reason();
    }
}

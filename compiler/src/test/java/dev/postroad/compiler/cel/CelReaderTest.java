package dev.postroad.compiler.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.compiler.cel.CelCases.CelCase;
import dev.postroad.compiler.cel.CelOutcome.Compiled;
import dev.postroad.compiler.cel.CelOutcome.Invalid;
import dev.postroad.compiler.cel.CelOutcome.Uncompilable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks the {@link CelCases}. */
class CelReaderTest {
    private final CelReader reader = new CelReader();

    static Stream<Path> files() throws IOException {
        return CelCases.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsWhatTheCasesSay(Path file) throws IOException {
        var cases = CelCases.read(file);

        var read = cases.stream()
                .map(given -> new CelCase(given.site(), given.expression(), shown(given)))
                .toList();

        assertThat(text(read)).isEqualTo(text(cases));
    }

    private static String text(Iterable<CelCase> cases) {
        var text = new StringBuilder();
        cases.forEach(each -> text.append(each.expression())
                .append("\n    ")
                .append(each.outcome())
                .append('\n'));
        return text.toString();
    }

    private String shown(CelCase given) {
        var outcome = reader.read(given.expression(), given.site());
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

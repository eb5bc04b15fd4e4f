package dev.postroad.compiler.cel;

import dev.postroad.compiler.celsubject.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Expressions, and what becomes of them. A file of {@code src/test/resources/cel} has sections: a line {@code ---
 * message} or {@code --- <field>}, with {@code of one} behind the latter for a rule of an element, says where the
 * expressions stand; then, in pairs of lines, an expression, in which {@code \n} is a line break, and what becomes of
 * it.
 */
final class CelCases {
    private CelCases() {}

    /** One of them. */
    record CelCase(CelSite site, String expression, String outcome) {
        @Override
        public String toString() {
            return expression;
        }
    }

    static Stream<Path> files() throws IOException {
        try (var files = Files.list(Path.of("src/test/resources/cel"))) {
            return files.sorted().toList().stream();
        }
    }

    static List<CelCase> read(Path file) throws IOException {
        var cases = new ArrayList<CelCase>();
        var lines = Files.readAllLines(file).iterator();
        var site = CelSite.ofMessage(Subject.getDescriptor());
        while (lines.hasNext()) {
            var line = lines.next();
            if (line.startsWith("--- ")) {
                site = site(line.substring(4));
            } else if (!line.isBlank()) {
                cases.add(new CelCase(
                        site, line.replace("\\n", "\n"), lines.next().strip()));
            }
        }
        return cases;
    }

    private static CelSite site(String where) {
        var words = List.of(where.split(" of "));
        return where.equals("message")
                ? CelSite.ofMessage(Subject.getDescriptor())
                : CelSite.ofField(Subject.getDescriptor().findFieldByName(words.get(0)), words.contains("one"));
    }
}

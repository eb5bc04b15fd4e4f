package dev.postroad.compiler.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The cases of changes in {@code src/test/resources/change}, laid side by side so that Buf can read all at once. */
final class ChangeCases {
    private static final Path CASES = Path.of("src/test/resources/change");
    private static final Pattern RULE = Pattern.compile("(?m)^- rule: (.*)$");

    private final List<Path> cases;

    private ChangeCases(List<Path> cases) {
        this.cases = cases;
    }

    static ChangeCases all() throws IOException {
        try (var folders = Files.list(CASES)) {
            return new ChangeCases(folders.sorted().toList());
        }
    }

    /** The rules of Postroad's that have a case in which Buf finds nothing at all. */
    Set<String> rulesWithoutBuf(Path folder) throws IOException, InterruptedException {
        for (var index = 0; index < cases.size(); index++) {
            for (var side : List.of("before", "after")) {
                write(cases.get(index).resolve(side), folder.resolve(side), "s" + index);
            }
        }
        var seen = Buf.breaking(folder.resolve("after"), folder.resolve("before")).stream()
                .map(BufFinding::schema)
                .collect(Collectors.toSet());
        var rules = new TreeSet<String>();
        for (var index = 0; index < cases.size(); index++) {
            if (!seen.contains("s" + index)) {
                rules.addAll(rules(cases.get(index)));
            }
        }
        return rules;
    }

    private static List<String> rules(Path example) throws IOException {
        return RULE.matcher(Files.readString(example.resolve("expected.yaml")))
                .results()
                .map(rule -> rule.group(1))
                .toList();
    }

    /** One side of a case, with packages and imports of its own. */
    private static void write(Path side, Path repository, String name) throws IOException {
        var contracts = new ArrayList<Path>();
        try (var files = Files.walk(side)) {
            files.filter(file -> file.toString().endsWith(".proto")).forEach(contracts::add);
        }
        var names = contracts.stream()
                .map(file -> side.relativize(file).toString().replace('\\', '/'))
                .toList();
        for (var file : names) {
            var text = Files.readString(side.resolve(file)).replaceAll("\\b(orders|shop)\\.v1\\b", name + ".$1.v1");
            for (var imported : names) {
                text = text.replace("\"" + imported + "\"", "\"" + name + "/" + imported + "\"");
            }
            var target = repository.resolve("contracts").resolve(name).resolve(file);
            Files.createDirectories(target.getParent());
            Files.writeString(target, text);
        }
    }
}

package dev.postroad.compiler.change;

import dev.postroad.compiler.baseline.Origin;
import dev.postroad.compiler.baseline.PriorContracts;
import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.proto.Protoc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A folder with {@code before/}, {@code after/} and {@code expected.yaml}. What is left out of a bus has defaults. */
record ChangeCase(Path folder) {
    private static final List<List<String>> DEFAULTS = List.of(
            List.of("postroad.yaml", "name: shop\n"),
            List.of("teams.yaml", "teams: { checkout: {}, finance: {} }\n"),
            List.of(
                    "services/billing.yaml",
                    "name: billing\nteam: finance\nsubscribes: [orders.order-placed.v1, orders.order-paid.v1]\n"),
            List.of("services/shop.yaml", "name: shop\nteam: checkout\npublishes: [orders.order-placed.v1]\n"));

    static List<ChangeCase> all() throws IOException {
        try (var folders = Files.list(Path.of("src/test/resources/change"))) {
            return folders.sorted().map(ChangeCase::new).toList();
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    Path expected() {
        return folder.resolve("expected.yaml");
    }

    /** Both sides as bus repositories below a folder; then the changes between them. */
    List<Finding> check(Path work) throws IOException {
        var before = bus("before", work);
        var base = new PriorContracts(new Origin(Origin.Kind.FOLDER, "before", ""), before.files());
        return Compatibility.check(base, bus("after", work));
    }

    /** One side as a bus repository, in a folder of its name below another. */
    BusRepository bus(String side, Path work) throws IOException {
        var root = work.resolve(side);
        try (var files = Files.walk(folder.resolve(side))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = folder.resolve(side).relativize(file).toString();
                write(root.resolve(name.endsWith(".proto") ? "contracts/" + name : name), Files.readString(file));
            }
        }
        for (var file : DEFAULTS) {
            if (!Files.exists(root.resolve(file.get(0)))) {
                write(root.resolve(file.get(0)), file.get(1));
            }
        }
        return BusRepository.load(root, Protoc.installed());
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Findings as {@code expected.yaml} lists them. */
    static String yaml(List<Finding> findings) {
        return findings.isEmpty()
                ? "[]\n"
                : findings.stream().map(ChangeCase::yaml).collect(Collectors.joining());
    }

    private static String yaml(Finding finding) {
        return """
                - rule: %s
                  severity: %s
                  file: %s
                  line: %d
                  topic: %s
                  subject: %s
                  message: %s
                  breaks: %s
                  impact: %s
                """.formatted(
                        finding.rule(),
                        finding.severity(),
                        finding.place().file(),
                        finding.place().line(),
                        finding.topic(),
                        finding.subject(),
                        '"' + finding.message().replace("\\", "\\\\").replace("\"", "\\\"") + '"',
                        finding.breaks(),
                        finding.impact().stream()
                                .map(impact -> impact.service() + " " + impact.use())
                                .toList());
    }
}

package dev.postroad.compiler.oracle;

import com.google.protobuf.Descriptors.FileDescriptor;
import dev.postroad.compiler.baseline.Origin;
import dev.postroad.compiler.baseline.PriorContracts;
import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.change.Compatibility;
import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.finding.Severity;
import dev.postroad.compiler.proto.Protoc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Many schemas, each with some changes, in two repositories that are compared at once.
 *
 * @param mutations what was done to each schema
 * @param opinions Postroad's on each schema
 */
record Trial(Map<String, String> mutations, Map<String, Opinion> opinions, List<BufFinding> bufFindings) {
    /** Makes one schema of each seed, changes it, and asks both. */
    static Trial run(Path folder, int firstSeed, int count) throws IOException, InterruptedException {
        var before = folder.resolve("before");
        var after = folder.resolve("after");
        var mutations = new HashMap<String, String>();
        for (var seed = firstSeed; seed < firstSeed + count; seed++) {
            // The first numbers of neighbouring seeds are alike.
            var random = new Random(new SplittableRandom(seed).nextLong());
            var schema = RandomSchema.of(random, "s" + seed);
            schema.write(before.resolve("contracts"));
            mutations.put(schema.name(), change(schema, random));
            schema.write(after.resolve("contracts"));
        }
        return new Trial(mutations, opinions(before, after, mutations), Buf.breaking(after, before));
    }

    private static String change(Schema schema, Random random) {
        var made = new ArrayList<String>();
        for (var count = 1 + random.nextInt(3); count > 0; ) {
            var mutation = Dice.any(random, Mutation.ALL);
            if (mutation.edit().make(schema, random)) {
                made.add(mutation.name());
                count--;
            }
        }
        return String.join("; ", made);
    }

    private static Map<String, Opinion> opinions(Path before, Path after, Map<String, String> mutations)
            throws IOException {
        var base = load(before);
        var repository = load(after);
        var findings = Compatibility.check(
                        new PriorContracts(new Origin(Origin.Kind.FOLDER, "before", ""), base.files()), repository)
                .stream()
                .collect(Collectors.groupingBy(Finding::topic));
        var old = bySchema(base);
        var fresh = bySchema(repository);
        var opinions = new HashMap<String, Opinion>();
        for (var name : mutations.keySet()) {
            opinions.put(
                    name,
                    new Opinion(
                            Types.of(old.getOrDefault(name, List.of())),
                            Types.of(fresh.getOrDefault(name, List.of())),
                            findings.getOrDefault("orders." + name + ".v1", List.of())));
        }
        return opinions;
    }

    private static Map<String, List<FileDescriptor>> bySchema(BusRepository repository) {
        return repository.files().stream()
                .map(file -> file.descriptor())
                .collect(Collectors.groupingBy(
                        file -> file.getName().substring(0, file.getName().indexOf('/'))));
    }

    private static BusRepository load(Path root) throws IOException {
        Files.writeString(root.resolve("postroad.yaml"), "name: shop\n");
        var repository = BusRepository.load(root, Protoc.installed());
        if (repository.files().isEmpty()) {
            var errors = repository.findings().stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .toList();
            throw new IllegalStateException("the schemas do not compile: " + errors);
        }
        return repository;
    }

    /** What Buf finds in the topics, and Postroad has no error for. */
    List<BufFinding> passed() {
        return bufFindings.stream()
                .filter(finding -> opinion(finding).concerns(finding))
                .filter(finding -> !opinion(finding).has(finding, ours -> ours.severity() == Severity.ERROR))
                .toList();
    }

    private Opinion opinion(BufFinding finding) {
        return Objects.requireNonNull(opinions.get(finding.schema()), finding::schema);
    }

    /** What Postroad passes, and no difference explains. */
    List<String> unexplained(List<Difference> differences) {
        return passed().stream()
                .filter(finding -> differences.stream().noneMatch(row -> row.explains(finding, opinion(finding))))
                .map(finding -> "seed %s (%s): %s: %s"
                        .formatted(
                                finding.schema().substring(1),
                                mutations.get(finding.schema()),
                                finding.rule(),
                                finding.message()))
                .distinct()
                .toList();
    }
}

package dev.postroad.compiler.differential;

import com.google.protobuf.Descriptors.Descriptor;
import dev.postroad.compiler.finding.Severity;
import dev.postroad.compiler.proto.Protoc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * Random contracts, compiled.
 *
 * @param folder holds their files
 * @param roots the message {@code Root} of each
 */
record Contracts(Path folder, Map<RandomContract, Descriptor> roots) {
    /** The contracts of successive seeds, written to an empty folder. */
    static Contracts of(Path folder, long firstSeed, int count) throws IOException {
        var contracts = LongStream.range(firstSeed, firstSeed + count)
                .mapToObj(RandomContract::new)
                .toList();
        for (var contract : contracts) {
            Files.writeString(folder.resolve(contract.fileName()), contract.text());
        }
        Files.writeString(folder.resolve(PredefinedRules.FILE), PredefinedRules.text());
        var compilation = Protoc.installed().compile(folder, "");
        var errors = compilation.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            throw new IllegalStateException("random contracts do not compile: " + errors);
        }
        var roots = new LinkedHashMap<RandomContract, Descriptor>();
        for (var contract : contracts) {
            compilation.files().stream()
                    .filter(file -> file.shown().equals(contract.fileName()))
                    .forEach(file -> roots.put(contract, file.descriptor().findMessageTypeByName("Root")));
        }
        return new Contracts(folder, roots);
    }

    /** Those whose message passes a test. */
    Contracts where(Predicate<Descriptor> test) {
        var left = new LinkedHashMap<>(roots);
        left.values().removeIf(test.negate());
        return new Contracts(folder, left);
    }

    List<String> fileNames() {
        return roots.keySet().stream().map(RandomContract::fileName).toList();
    }
}

package dev.postroad.compiler.baseline;

import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.finding.Severity;
import dev.postroad.compiler.proto.Compilation.SourceFile;
import dev.postroad.compiler.proto.Protoc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Compiles a folder of prior contracts. What the repository has unchanged is taken from there. */
final class ContractFolder {
    private final BusRepository repository;
    private final Protoc protoc;

    ContractFolder(BusRepository repository, Protoc protoc) {
        this.repository = repository;
        this.protoc = protoc;
    }

    /** Reads a bus repository, or a folder of contracts. */
    PriorContracts read(Origin origin, Path folder) {
        if (!Files.isRegularFile(folder.resolve(BusRepository.MAIN_FILE))) {
            var contracts = contracts(origin, folder);
            if (contracts.files().isEmpty()) {
                throw new NoBaselineException(
                        "%s is no bus repository, and no .proto file is in it; name the folder of a bus, or of contracts"
                                .formatted(folder));
            }
            return contracts;
        }
        return contracts(origin, folder.resolve(BusRepository.CONTRACTS));
    }

    /** Reads a folder of contracts; it may be missing. */
    PriorContracts contracts(Origin origin, Path folder) {
        if (!Files.isDirectory(folder)) {
            return new PriorContracts(origin, List.of());
        }
        var compilation = protoc.compile(folder, BusRepository.CONTRACTS + "/", unchanged(folder));
        var errors = compilation.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            throw new NoBaselineException(
                    "the contracts of %s do not compile, so nothing can be compared with them; name another baseline%n%s"
                            .formatted(
                                    origin,
                                    errors.stream()
                                            .map(Finding::toString)
                                            .collect(Collectors.joining(System.lineSeparator()))));
        }
        return new PriorContracts(origin, compilation.files());
    }

    private List<SourceFile> unchanged(Path folder) {
        try {
            return UnchangedFiles.of(repository, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot compare " + folder + ": " + e.getMessage(), e);
        }
    }
}

package dev.postroad.compiler.baseline;

import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.proto.Protoc;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads what a repository is to be compared with, by the one word that a user gives for it. */
public final class PriorContractsReader {
    private final ContractFolder folders;
    private final GitRevisions revisions;

    /** A reader for a repository that compiles. */
    public PriorContractsReader(BusRepository repository, Protoc protoc) {
        this.folders = new ContractFolder(repository, protoc);
        this.revisions = new GitRevisions(repository.root(), folders);
    }

    /**
     * Reads the contracts of a bus repository, a folder of contracts, a descriptor set, or a Git revision. A name that
     * could be a path and a revision is a path if a separator is in it, and otherwise a revision.
     *
     * @throws NoBaselineException if there are none to be read
     * @throws dev.postroad.compiler.proto.ProtocUnavailableException if contracts cannot be compiled here
     */
    public PriorContracts read(String name) {
        if (name.isBlank() || name.startsWith("-")) {
            throw new NoBaselineException(
                    "'%s' is no baseline; name a Git revision, a bus repository, a folder of contracts or a descriptor set"
                            .formatted(name));
        }
        var path = path(name).filter(Files::exists);
        if (path.isPresent() && (name.contains("/") || name.contains(File.separator))) {
            return read(name, path.get());
        }
        return revisions
                .find(name)
                .or(() -> path.map(found -> read(name, found)))
                .orElseThrow(() -> revisions.whyNot(name));
    }

    private PriorContracts read(String name, Path path) {
        return Files.isDirectory(path)
                ? folders.read(Origin.folder(name), path)
                : new DescriptorSetFile(path).read(Origin.descriptorSet(name));
    }

    private static Optional<Path> path(String name) {
        try {
            return Optional.of(Path.of(name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}

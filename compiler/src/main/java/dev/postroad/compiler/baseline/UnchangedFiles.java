package dev.postroad.compiler.baseline;

import com.google.protobuf.Descriptors.FileDescriptor;
import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.proto.Compilation.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The files of a repository that are, byte for byte, in another folder of contracts too, with all that they import.
 * They compile to the same descriptors, so that nobody has to compile and compare them again.
 */
final class UnchangedFiles {
    private final Path contracts;
    private final Path other;
    private final Map<String, SourceFile> files;
    private final Map<String, Boolean> known = new HashMap<>();

    private UnchangedFiles(BusRepository repository, Path other) {
        this.contracts = repository.contractsFolder();
        this.other = other;
        this.files = repository.files().stream()
                .collect(Collectors.toMap(file -> file.descriptor().getName(), Function.identity()));
    }

    /**
     * Compares the files.
     *
     * @throws IOException if one cannot be read
     */
    static List<SourceFile> of(BusRepository repository, Path other) throws IOException {
        var unchanged = new UnchangedFiles(repository, other);
        var result = new ArrayList<SourceFile>();
        for (var file : repository.files()) {
            if (unchanged.holds(file.descriptor())) {
                result.add(file);
            }
        }
        return result;
    }

    private boolean holds(FileDescriptor file) throws IOException {
        var answer = known.get(file.getName());
        if (answer == null) {
            answer = compare(file);
            known.put(file.getName(), answer);
        }
        return answer;
    }

    private boolean compare(FileDescriptor file) throws IOException {
        if (files.containsKey(file.getName()) && !isSame(file.getName())) {
            return false;
        }
        for (var dependency : file.getDependencies()) {
            if (!holds(dependency)) {
                return false;
            }
        }
        return true;
    }

    private boolean isSame(String name) throws IOException {
        var file = other.resolve(name);
        return Files.isRegularFile(file) && Files.mismatch(contracts.resolve(name), file) < 0;
    }
}

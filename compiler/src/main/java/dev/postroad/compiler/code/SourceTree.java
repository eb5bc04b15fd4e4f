package dev.postroad.compiler.code;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder of generated sources that is made equal to another one, file by file. What is equal keeps its time, so that
 * a build compiles only what has changed.
 */
final class SourceTree {
    private final Path folder;

    SourceTree(Path folder) {
        this.folder = folder;
    }

    /** Takes over what is in another folder, and deletes what is not. Returns how many files changed. */
    int become(Path other) throws IOException {
        var wanted = files(other);
        var changed = 0;
        for (var file : wanted) {
            var target = folder.resolve(file);
            var source = other.resolve(file);
            if (!Files.isRegularFile(target) || Files.mismatch(source, target) != -1) {
                Files.createDirectories(parent(target));
                replace(source, target);
                changed++;
            }
        }
        return changed + delete(wanted);
    }

    private int delete(List<Path> wanted) throws IOException {
        Set<Path> keep = new HashSet<>(wanted);
        var deleted = 0;
        for (var file : files(folder)) {
            if (!keep.contains(file)) {
                Files.delete(folder.resolve(file));
                deleted++;
            }
        }
        return deleted;
    }

    /** A build that is killed meanwhile leaves the old file or the new one. */
    private static void replace(Path source, Path target) throws IOException {
        var beside = target.resolveSibling(target.getFileName() + ".new");
        Files.copy(source, beside, StandardCopyOption.REPLACE_EXISTING);
        Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path parent(Path file) {
        var parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .sorted()
                    .toList();
        }
    }
}

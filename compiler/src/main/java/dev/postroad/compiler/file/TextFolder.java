package dev.postroad.compiler.file;

import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.finding.Place;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A folder whose text files are read, and nothing outside of it, wherever links lead.
 *
 * @param path the folder; it may itself be reached through a link
 * @param shownAs what stands before file names in findings
 * @param findings who is told what is refused
 */
public record TextFolder(Path path, String shownAs, Consumer<Finding> findings) {
    /** The most bytes of a file: ten times the largest contract that is known. */
    private static final int MOST_BYTES = 4 << 20;

    /** The text of a file; what cannot be read is a finding. */
    public Optional<String> read(String name) {
        return find(name).flatMap(file -> text(file, name));
    }

    /** Where a file or folder really is; what leads out of this folder, or nowhere, is a finding. */
    public Optional<Path> find(String name) {
        try {
            var real = path.resolve(name).toRealPath();
            if (real.startsWith(path.toRealPath())) {
                return Optional.of(real);
            }
            findings.accept(FileRules.OUTSIDE.at(
                    place(name),
                    name,
                    "a link leads out of the repository, and is not followed",
                    "put what it leads to in its place"));
        } catch (IOException e) {
            unreadable(name, e);
        }
        return Optional.empty();
    }

    /** Where a folder really is; what is none, or lies elsewhere, is a finding. */
    public Optional<Path> folder(String name) {
        var found = find(name);
        if (found.isPresent() && !Files.isDirectory(found.get())) {
            findings.accept(
                    FileRules.UNREADABLE.at(place(name), name, "this is no folder", "make it a folder, or delete it"));
            return Optional.empty();
        }
        return found;
    }

    /** Reports that a file cannot be read. */
    public void unreadable(String name, IOException cause) {
        findings.accept(FileRules.UNREADABLE.at(
                place(name), name, "the file cannot be read: " + why(cause), "mend it, or delete it"));
    }

    private Optional<String> text(Path file, String name) {
        if (!Files.isRegularFile(file)) {
            findings.accept(FileRules.UNREADABLE.at(
                    place(name), name, "this is no plain file", "put a plain file in its place, or delete it"));
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length <= MOST_BYTES) {
                return new Utf8(bytes).text(place(name), findings);
            }
            findings.accept(FileRules.TOO_LARGE.at(
                    place(name),
                    name,
                    "the file has %,d bytes, and %,d are allowed".formatted(Files.size(file), MOST_BYTES),
                    "divide it"));
        } catch (IOException e) {
            unreadable(name, e);
        }
        return Optional.empty();
    }

    private Place place(String name) {
        return Place.of(shownAs + name);
    }

    private static String why(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "a link leads nowhere";
        }
        if (cause instanceof AccessDeniedException) {
            return "its rights forbid it";
        }
        var reason = cause instanceof FileSystemException failure ? failure.getReason() : cause.getMessage();
        return reason == null ? cause.getClass().getSimpleName() : reason;
    }
}

package dev.postroad.compiler.proto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A temporary folder that is gone when it is closed. */
public final class WorkFolder implements AutoCloseable {
    private final Path path = Files.createTempDirectory("postroad-protoc");

    /** Makes the folder. */
    public WorkFolder() throws IOException {}

    /** Where it is. */
    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        try (var walk = Files.walk(path)) {
            for (var entry : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}

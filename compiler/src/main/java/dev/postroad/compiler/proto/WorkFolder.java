package dev.postroad.compiler.proto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A temporary folder that is gone when it is closed, or when the program is told to end before that. */
public final class WorkFolder implements AutoCloseable {
    private final Path path = Files.createTempDirectory("postroad-protoc");
    private final Thread atExit = new Thread(this::abandon);

    /** Makes the folder. */
    public WorkFolder() throws IOException {
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The program is ending: the hook deletes the folder.
            return;
        }
        delete();
    }

    private void abandon() {
        try {
            delete();
        } catch (IOException e) {
            System.getLogger(WorkFolder.class.getName()).log(System.Logger.Level.DEBUG, "cannot delete " + path, e);
        }
    }

    private void delete() throws IOException {
        try (var walk = Files.walk(path)) {
            for (var entry : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}

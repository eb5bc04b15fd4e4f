package dev.postroad.cli.up;

import dev.postroad.cli.bus.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder where {@code up} keeps everything: the broker's data, logs, the endpoint, the list of its processes. */
record DataDirectory(Path path) {
    /** The broker needs about a hundred kilobytes to begin with; below this it could not go on for long. */
    private static final long LEAST_FREE_BYTES = 200_000_000;

    Path broker() {
        return path.resolve("broker");
    }

    Path logs() {
        return path.resolve("logs");
    }

    Path processes() {
        return path.resolve("processes");
    }

    /**
     * Makes the folder and sees to it that it can be used.
     *
     * @throws UpException if it cannot
     */
    void prepare() {
        try {
            Files.createDirectories(logs());
            requireSpace(Files.getFileStore(path).getUsableSpace());
        } catch (IOException e) {
            throw new UpException("%s cannot be made (%s); name another --data-dir".formatted(path, e), e);
        }
        Endpoint.running(path).ifPresent(running -> {
            throw new UpException(
                    "this bus is up already, as process %d at %s; end it first, or name another --data-dir"
                            .formatted(running.pid(), running.bootstrap()));
        });
    }

    void requireSpace(long freeBytes) {
        if (freeBytes < LEAST_FREE_BYTES) {
            throw new UpException(
                    "there are %d MB free for %s, and a broker needs at least %d MB; free some space, or name another --data-dir"
                            .formatted(freeBytes / 1_000_000, path, LEAST_FREE_BYTES / 1_000_000));
        }
    }
}

package dev.postroad.client.tls;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A PEM file does not hold what it should. Whoever provides the file must act; the message says how. */
public final class FileRefusedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    FileRefusedException(Path file, String fault, String wayOut) {
        this(file, fault, wayOut, null);
    }

    FileRefusedException(Path file, String fault, String wayOut, @Nullable Throwable cause) {
        super("%s: %s; %s".formatted(file, fault, wayOut), cause);
    }
}

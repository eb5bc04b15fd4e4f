package dev.postroad.client.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A secret in a file. While the file cannot be read, or is empty because it is being written, the last one holds. */
final class SecretFile implements Secret {
    private static final Logger LOG = LoggerFactory.getLogger(SecretFile.class);

    private final Path file;
    private @Nullable String last;

    SecretFile(Path file) {
        this.file = file;
    }

    @Override
    public synchronized String value() {
        try {
            var text = Files.readString(file).replaceFirst("\\R\\z", "");
            if (text.isEmpty()) {
                return last("is empty", null);
            }
            last = text;
            return text;
        } catch (IOException e) {
            return last("cannot be read (%s)".formatted(e), e);
        }
    }

    private String last(String fault, @Nullable IOException cause) {
        var known = last;
        if (known == null) {
            throw new IllegalArgumentException(
                    "%s: %s; it should hold the password, and nothing else".formatted(file, fault), cause);
        }
        LOG.atWarn()
                .addKeyValue("file", file)
                .addKeyValue("reason", fault)
                .log("Password not read again; the last one stays in use");
        return known;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretFile that && file.equals(that.file);
    }

    @Override
    public int hashCode() {
        return file.hashCode();
    }

    @Override
    public String toString() {
        return "*** in " + file;
    }
}

package dev.postroad.client.security;

import java.nio.file.Path;

/** A password, or the like. Its text is in {@link #value} alone. */
public sealed interface Secret permits SecretText, SecretFile {
    /** A secret that is known. */
    static Secret of(String text) {
        return new SecretText(text);
    }

    /** A secret that is the content of a file, without the end of its line; it may be replaced while it is in use. */
    static Secret in(Path file) {
        return new SecretFile(file);
    }

    /**
     * The text at this moment.
     *
     * @throws IllegalArgumentException if it is in a file that could not be read even once
     */
    String value();
}

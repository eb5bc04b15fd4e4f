package dev.postroad.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A bus repository written from one text, in which each file begins with a line {@code --- name}. */
public final class BusFiles {
    private BusFiles() {}

    /** Writes the files below a folder. */
    public static void write(Path root, String text) throws IOException {
        for (var part : text.split("(?m)^--- ")) {
            var nameAndText = part.split("\n", 2);
            if (nameAndText.length == 2 && !nameAndText[0].isBlank()) {
                var file = root.resolve(nameAndText[0]);
                Files.createDirectories(file.getParent());
                Files.writeString(file, nameAndText[1]);
            }
        }
    }
}

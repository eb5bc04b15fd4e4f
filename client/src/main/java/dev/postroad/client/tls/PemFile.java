package dev.postroad.client.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The text of a PEM file (RFC 7468) at one moment. What stands between its blocks is for people. */
record PemFile(Path path, String text) {
    private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----");
    private static final Pattern END = Pattern.compile("-----END ([A-Z0-9 ]+)-----");
    private static final int LARGEST = 1 << 20;

    static PemFile read(Path path) {
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                throw new FileRefusedException(path, "is no file", "name the PEM file itself");
            }
            if (Files.size(path) > LARGEST) {
                throw new FileRefusedException(path, "has more than 1 MiB", "keep only what is needed in it");
            }
            return new PemFile(path, Files.readString(path, ISO_8859_1));
        } catch (NoSuchFileException e) {
            throw new FileRefusedException(path, "there is no such file", "check the path", e);
        } catch (IOException e) {
            throw new FileRefusedException(
                    path, "cannot be read (%s)".formatted(e), "check its rights and those of its folder", e);
        }
    }

    List<PemBlock> blocks() {
        if (text.isBlank()) {
            throw refused("is empty", "write the whole file, then move it here");
        }
        var blocks = new ArrayList<PemBlock>();
        var lines = text.lines().toList();
        for (var index = 0; index < lines.size(); index++) {
            var begin = BEGIN.matcher(lines.get(index));
            if (begin.find()) {
                var end = end(lines, index, begin.group(1));
                blocks.add(new PemBlock(begin.group(1), index + 1, List.copyOf(lines.subList(index + 1, end))));
                index = end;
            }
        }
        return blocks;
    }

    private int end(List<String> lines, int begin, String label) {
        for (var index = begin + 1;
                index < lines.size() && !BEGIN.matcher(lines.get(index)).find();
                index++) {
            var end = END.matcher(lines.get(index));
            if (end.find() && end.group(1).equals(label)) {
                return index;
            }
        }
        throw refused(
                "the %s that begins in line %d has no end".formatted(label, begin + 1),
                "write the whole file, then move it here");
    }

    FileRefusedException refused(String fault, String wayOut) {
        return new FileRefusedException(path, fault, wayOut);
    }

    FileRefusedException refused(String fault, String wayOut, Exception cause) {
        return new FileRefusedException(path, fault, wayOut, cause);
    }

    /** The path; a key may be in the text. */
    @Override
    public String toString() {
        return path.toString();
    }
}

package dev.postroad.compiler.baseline;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The {@code .proto} files below one folder of a commit, as Git's objects have them. */
final class GitTree {
    private static final Pattern ENTRY =
            Pattern.compile("(?<mode>\\d{6}) (?<type>\\w+) (?<id>[0-9a-f]+)\t(?<path>.*)", Pattern.DOTALL);
    private static final String FILE = "100";

    private final GitProgram git;
    private final Origin origin;
    private final String folder;

    /** The files below a folder, whose path ends in a slash. */
    GitTree(GitProgram git, Origin origin, String folder) {
        this.git = git;
        this.origin = origin;
        this.folder = folder;
    }

    private record Entry(String id, String name) {}

    /** Writes the files into an empty folder, with their paths below the folder of the commit. */
    void writeTo(Path target) throws IOException {
        var entries = entries();
        if (entries.isEmpty()) {
            return;
        }
        var answer = git.runWith(entries.stream().map(Entry::id).toList(), "cat-file", "--batch");
        if (!answer.succeeded()) {
            throw refused(answer);
        }
        try (var objects = new BufferedInputStream(Files.newInputStream(answer.output()))) {
            for (var entry : entries) {
                var file = target.resolve(entry.name()).normalize();
                if (!file.startsWith(target)) {
                    throw new NoBaselineException(
                            "%s has a file outside of its folder, %s; compare with a folder or a descriptor set"
                                    .formatted(origin, entry.name()));
                }
                Files.createDirectories(file.getParent());
                try (var out = Files.newOutputStream(file)) {
                    copy(objects, header(objects), out);
                }
            }
        }
    }

    private List<Entry> entries() throws IOException {
        var path = folder.isEmpty() ? "" : folder.substring(0, folder.length() - 1);
        var answer = folder.isEmpty()
                ? git.run("ls-tree", "-r", "-z", "--full-tree", origin.commit())
                : git.run("ls-tree", "-r", "-z", "--full-tree", origin.commit(), "--", path);
        if (!answer.succeeded()) {
            throw refused(answer);
        }
        var result = new ArrayList<Entry>();
        for (var line : answer.text().split("\0")) {
            var entry = ENTRY.matcher(line);
            if (entry.matches() && isOfInterest(entry.group("path"), path, entry.group("type"))) {
                refuseLink(entry.group("mode"), entry.group("path"));
                result.add(new Entry(entry.group("id"), entry.group("path").substring(folder.length())));
            }
        }
        return result;
    }

    /** A contract, a submodule that could hold some, or what stands in the place of the folder itself. */
    private static boolean isOfInterest(String path, String wanted, String type) {
        return path.endsWith(".proto") || path.equals(wanted) || !type.equals("blob");
    }

    private void refuseLink(String mode, String path) {
        if (!mode.startsWith(FILE)) {
            throw new NoBaselineException(
                    "%s has %s as a link or a submodule, which is not followed; compare with a folder or a descriptor set"
                            .formatted(origin, path));
        }
    }

    /** Reads a line such as {@code <id> blob <size>}, and gives the size. */
    private long header(InputStream objects) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = objects.read(); next != '\n'; next = objects.read()) {
            if (next < 0) {
                throw new EOFException("git ended before its last object");
            }
            line.write(next);
        }
        var words = line.toString(StandardCharsets.US_ASCII).split(" ");
        if (words.length != 3) {
            throw new NoBaselineException(
                    "the object %s of %s is missing; fetch it, or compare with a folder or a descriptor set"
                            .formatted(words[0], origin));
        }
        return Long.parseLong(words[2]);
    }

    private static void copy(InputStream objects, long size, OutputStream out) throws IOException {
        var buffer = new byte[1 << 13];
        var left = size;
        while (left > 0) {
            var count = objects.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count < 0) {
                throw new EOFException("git ended within an object");
            }
            out.write(buffer, 0, count);
            left -= count;
        }
        objects.skipNBytes(1);
    }

    private NoBaselineException refused(GitProgram.Answer answer) {
        return new NoBaselineException("git cannot read %s: %s; compare with a folder or a descriptor set"
                .formatted(origin, answer.complaint()));
    }
}

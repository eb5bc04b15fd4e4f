package dev.postroad.compiler.git;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code .proto} files below one folder of a commit, as Git's objects have them. */
public final class GitTree {
    private static final Pattern ENTRY =
            Pattern.compile("(?<mode>\\d{6}) (?<type>\\w+) (?<id>[0-9a-f]+)\t(?<path>.*)", Pattern.DOTALL);
    private static final String FILE = "100";

    private final GitProgram git;
    private final String commit;
    private final String folder;

    /** The files below a folder of a commit. */
    public GitTree(GitProgram git, GitFolder folder) {
        this.git = git;
        this.commit = folder.commit();
        this.folder = folder.contracts();
    }

    private record Entry(String id, String name) {}

    /**
     * Writes the files into an empty folder, with their paths below the folder of the commit.
     *
     * @throws GitException if one of them is no plain file, or is missing
     */
    public void writeTo(Path target) throws IOException {
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
                    throw new GitException("%s is a file outside of its folder".formatted(entry.name()));
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
                ? git.run("ls-tree", "-r", "-z", "--full-tree", commit)
                : git.run("ls-tree", "-r", "-z", "--full-tree", commit, "--", path);
        if (!answer.succeeded()) {
            throw refused(answer);
        }
        var result = new ArrayList<Entry>();
        for (var line : answer.text().split("\0")) {
            var entry = ENTRY.matcher(line);
            if (entry.matches() && isOfInterest(entry, path)) {
                refuseLink(entry.group("mode"), entry.group("path"));
                result.add(new Entry(entry.group("id"), entry.group("path").substring(folder.length())));
            }
        }
        return result;
    }

    /** A contract, a submodule that could hold some, or a link in the place of the folder itself. */
    private static boolean isOfInterest(Matcher entry, String wanted) {
        var path = entry.group("path");
        return path.endsWith(".proto")
                || !entry.group("type").equals("blob")
                || path.equals(wanted) && !entry.group("mode").startsWith(FILE);
    }

    private static void refuseLink(String mode, String path) {
        if (!mode.startsWith(FILE)) {
            throw new GitException("%s is a link or a submodule, which is not followed".formatted(path));
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
            throw new GitException("its object %s is missing".formatted(words[0]));
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

    private static GitException refused(GitProgram.Answer answer) {
        return new GitException(answer.complaint());
    }
}

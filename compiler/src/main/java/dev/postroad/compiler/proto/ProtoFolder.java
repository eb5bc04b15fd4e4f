package dev.postroad.compiler.proto;

import dev.postroad.compiler.file.FileRules;
import dev.postroad.compiler.file.TextFolder;
import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.finding.Place;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The texts of the {@code .proto} files below a folder. Whatever protoc could open by an import is looked at before it
 * runs, so that it reads neither what lies elsewhere nor a pipe.
 */
final class ProtoFolder {
    /** The most text of all files: some thousands of contracts. */
    private static final int MOST_CHARACTERS = 16 << 20;

    /** Among the unfit: what a name becomes whose bytes are no text in this system's encoding. */
    private static final Pattern UNFIT =
            Pattern.compile(".*[\\p{Cntrl}\\\\:\uFFFD].*|(.*/)?(-.*|\\.proto)", Pattern.DOTALL);

    private final Path folder;
    private final String shownAs;
    private final List<Finding> findings = new ArrayList<>();
    private final TextFolder texts;
    private final SortedMap<String, String> files = new TreeMap<>();
    private long characters;

    private ProtoFolder(Path folder, String shownAs) {
        this.folder = folder;
        this.shownAs = shownAs;
        this.texts = new TextFolder(folder, shownAs, findings::add);
    }

    /** Reads the files of a folder, which may be reached through a link. */
    static ProtoFolder read(Path folder, String shownAs) throws IOException {
        var result = new ProtoFolder(folder.toRealPath(), shownAs);
        Files.walkFileTree(result.folder, result.new Visitor());
        if (result.characters > MOST_CHARACTERS) {
            result.refuseSize();
        }
        return result;
    }

    /** Each file's text by its name, relative to the folder with forward slashes. */
    SortedMap<String, String> files() {
        return files;
    }

    /** What was refused; if there is anything, protoc is not to be run. */
    List<Finding> findings() {
        return findings;
    }

    private void add(String name) {
        if (UNFIT.matcher(name).matches()) {
            findings.add(FileRules.NAME.at(
                    Place.of(shownAs + name),
                    name,
                    "the name is not fit for a contract",
                    "name it by letters, digits and underscores, such as order_placed.proto"));
            return;
        }
        texts.read(name).ifPresent(text -> {
            files.put(name, text);
            characters += text.length();
        });
    }

    private void addLink(String name) {
        var target = texts.find(name);
        if (target.isPresent() && Files.isDirectory(target.get())) {
            findings.add(FileRules.UNREADABLE.at(
                    Place.of(shownAs + name),
                    name,
                    "a link leads to a folder, and is not followed",
                    "put the folder in its place, or delete it"));
        } else if (target.isPresent() && name.endsWith(".proto")) {
            add(name);
        }
    }

    private void refuseSize() {
        findings.add(FileRules.TOO_LARGE.at(
                Place.of(shownAs),
                shownAs,
                "the contracts have more than %,d characters together".formatted(MOST_CHARACTERS),
                "divide the bus"));
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            var name = name(file);
            if (attributes.isSymbolicLink()) {
                addLink(name);
            } else if (name.endsWith(".proto") || attributes.isOther()) {
                add(name);
            }
            return characters > MOST_CHARACTERS ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException cause) {
            texts.unreadable(name(file), cause);
            return FileVisitResult.CONTINUE;
        }

        private String name(Path file) {
            return folder.relativize(file)
                    .toString()
                    .replace(file.getFileSystem().getSeparator(), "/");
        }
    }
}

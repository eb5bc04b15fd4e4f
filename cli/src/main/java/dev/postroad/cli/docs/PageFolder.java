package dev.postroad.cli.docs;

import dev.postroad.cli.docs.PageState.State;
import dev.postroad.compiler.page.Page;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder that holds a bus's pages. A file is ours if its first line is the marker; others are neither written over
 * nor removed. A page is written beside its place and then moved there, so that its file is always whole.
 */
final class PageFolder {
    private static final String PREFIX = ".postroad-docs-";
    private static final String SUFFIX = ".tmp";

    private final Path folder;

    PageFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * How each page compares with its file, the pages first, then files of ours that have no page.
     *
     * @throws PageFolderException if a file that is not ours stands where a page belongs
     */
    List<PageState> states(List<Page> pages) {
        try {
            var states = new ArrayList<PageState>();
            for (var page : pages) {
                states.add(new PageState(page.file(), Optional.of(page), state(page)));
            }
            var names = pages.stream().map(Page::file).collect(Collectors.toSet());
            for (var file : ours()) {
                if (!names.contains(file)) {
                    states.add(new PageState(file, Optional.empty(), State.GONE));
                }
            }
            return states;
        } catch (IOException e) {
            throw new PageFolderException("cannot read %s (%s)".formatted(folder, e), e);
        }
    }

    private State state(Page page) throws IOException {
        var file = folder.resolve(page.file());
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return State.MISSING;
        }
        if (!isOurs(file)) {
            throw new PageFolderException(
                    "%s was not written by postroad docs; move it, or name another folder with --out".formatted(file));
        }
        return Files.readString(file).equals(page.text()) ? State.UNCHANGED : State.STALE;
    }

    private List<String> ours() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var names = new ArrayList<String>();
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString();
                if (name.endsWith(".md") && isOurs(file)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static boolean isOurs(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (var lines = Files.newBufferedReader(file)) {
            return Page.MARKER.equals(lines.readLine());
        } catch (MalformedInputException e) {
            return false;
        }
    }

    /**
     * Makes the files what the pages are.
     *
     * @throws PageFolderException if the folder cannot be written
     */
    void update(List<PageState> states) {
        try {
            Files.createDirectories(folder);
            removeRemains();
            for (var state : states) {
                var file = folder.resolve(state.file());
                if (state.page().isEmpty()) {
                    Files.delete(file);
                } else if (!state.isCurrent()) {
                    replace(file, state.page().get().text());
                }
            }
        } catch (IOException e) {
            throw new PageFolderException(
                    "cannot write to %s (%s); name a folder that can be written with --out".formatted(folder, e), e);
        }
    }

    /** What a run that was killed has left. */
    private void removeRemains() throws IOException {
        try (var files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (var file : files) {
                Files.delete(file);
            }
        }
    }

    private void replace(Path file, String text) throws IOException {
        // Not createTempFile: its files are readable by their owner alone.
        var beside = folder.resolve(PREFIX + file.getFileName() + SUFFIX);
        Files.writeString(beside, text);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

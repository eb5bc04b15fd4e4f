package dev.postroad.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postroad.cli.docs.PageState.State;
import dev.postroad.compiler.page.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageFolderTest {
    @TempDir
    private Path root;

    @Test
    void writesWhatIsMissingOrStale() throws IOException {
        var folder = new PageFolder(root.resolve("a/b"));
        folder.update(folder.states(List.of(page("one.md", "1"), page("two.md", "2"))));

        var states = folder.states(List.of(page("one.md", "1"), page("two.md", "changed"), page("three.md", "3")));
        folder.update(states);

        assertThat(states).extracting(PageState::state).containsExactly(State.UNCHANGED, State.STALE, State.MISSING);
        assertThat(root.resolve("a/b/two.md")).hasContent(Page.MARKER + "\nchanged");
        assertThat(root.resolve("a/b/three.md")).exists();
    }

    @Test
    void removesItsOwnFilesOnly() throws IOException {
        Files.writeString(root.resolve("gone.md"), Page.MARKER + "\nold");
        Files.writeString(root.resolve("by-hand.md"), "# Ours\n" + Page.MARKER + "\n");
        Files.write(root.resolve("binary.md"), new byte[] {-1, -2});
        Files.writeString(root.resolve("notes.txt"), Page.MARKER + "\n");
        Files.createSymbolicLink(root.resolve("link.md"), root.resolve("gone.md"));
        Files.writeString(root.resolve(".postroad-docs-one.md.tmp"), "half");
        var folder = new PageFolder(root);

        folder.update(folder.states(List.of()));

        try (var files = Files.list(root)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("by-hand.md", "binary.md", "notes.txt", "link.md");
        }
    }

    @Test
    void refusesToWriteOverFilesOfOthers() throws IOException {
        Files.createSymbolicLink(root.resolve("one.md"), root.resolve("elsewhere.md"));
        var folder = new PageFolder(root);
        var pages = List.of(page("one.md", "1"));

        assertThatThrownBy(() -> folder.states(pages))
                .isInstanceOf(PageFolderException.class)
                .hasMessageContaining("was not written by postroad docs");
    }

    private static Page page(String file, String text) {
        return new Page(file, Optional.empty(), false, Page.MARKER + '\n' + text);
    }
}

package dev.postroad.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postroad.cli.bus.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    private Path folder;

    @Test
    void isMadeWhenItIsPrepared() {
        var data = new DataDirectory(folder.resolve("bus/.postroad"));

        data.prepare();

        assertThat(data.logs()).isDirectory();
    }

    @Test
    void needsSpaceToGoOn() {
        var data = new DataDirectory(folder);

        data.requireSpace(200_000_000);

        assertThatThrownBy(() -> data.requireSpace(199_999_999))
                .isInstanceOf(UpException.class)
                .hasMessage(
                        "there are 199 MB free for %s, and a broker needs at least 200 MB; free some space, or name another --data-dir",
                        folder);
    }

    @Test
    void belongsToOneUpAtATime() throws IOException {
        var running = Endpoint.ofThisProcess("localhost:9092");
        running.write(folder);
        var data = new DataDirectory(folder);

        assertThatThrownBy(data::prepare)
                .isInstanceOf(UpException.class)
                .hasMessage(
                        "this bus is up already, as process %d at localhost:9092; end it first, or name another --data-dir",
                        running.pid());
    }

    @Test
    void cannotBeMadeWhereAFileIs() throws IOException {
        var data = new DataDirectory(Files.createFile(folder.resolve("file")));

        assertThatThrownBy(data::prepare)
                .isInstanceOf(UpException.class)
                .hasMessageContaining("cannot be made")
                .hasMessageEndingWith("name another --data-dir");
    }
}

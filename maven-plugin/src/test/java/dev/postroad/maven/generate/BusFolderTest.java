package dev.postroad.maven.generate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusFolderTest {
    @TempDir
    private Path folder;

    @Test
    void isTheNearestFolderWithAPostroadYaml() throws IOException {
        var project = Files.createDirectories(folder.resolve("bus/services/billing"));
        Files.createFile(folder.resolve("postroad.yaml"));
        Files.createFile(folder.resolve("bus/postroad.yaml"));

        assertThat(BusFolder.above(project)).contains(folder.resolve("bus").toAbsolutePath());
    }

    @Test
    void isUnpackedFromAnArchive() throws IOException {
        var archive = archive("postroad.yaml", "contracts/orders/order_placed.proto");

        var bus = BusFolder.unpack(archive, folder.resolve("unpacked"));

        assertThat(bus.resolve("postroad.yaml")).hasContent("postroad.yaml");
        assertThat(bus.resolve("contracts/orders/order_placed.proto"))
                .hasContent("contracts/orders/order_placed.proto");
    }

    @Test
    void refusesAnArchiveThatWritesElsewhere() throws IOException {
        var archive = archive("../outside.txt");

        assertThatThrownBy(() -> BusFolder.unpack(archive, folder.resolve("unpacked")))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("holds '../outside.txt', which leads out of the archive");
        assertThat(folder.resolve("outside.txt")).doesNotExist();
    }

    private Path archive(String... names) throws IOException {
        var archive = folder.resolve("bus.jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return archive;
    }
}

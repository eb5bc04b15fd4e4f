package dev.postroad.maven.generate;

import dev.postroad.compiler.bus.BusRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Finds the folder of a bus repository. */
final class BusFolder {
    private BusFolder() {}

    /** The nearest folder with a {@code postroad.yaml}, from a folder upwards. */
    static Optional<Path> above(Path folder) {
        for (Path each = folder.toAbsolutePath(); each != null; each = each.getParent()) {
            if (Files.isRegularFile(each.resolve(BusRepository.MAIN_FILE))) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /**
     * The bus repository in an archive, unpacked.
     *
     * @param archive a jar or zip file with {@code postroad.yaml} at its top
     * @throws IOException if the archive cannot be read, or an entry would leave the folder
     */
    static Path unpack(Path archive, Path folder) throws IOException {
        try (var entries = new ZipInputStream(Files.newInputStream(archive))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (!entry.isDirectory()) {
                    var file = inside(folder, entry, archive);
                    Files.createDirectories(file.resolveSibling("."));
                    Files.copy(entries, file);
                }
            }
        }
        return folder;
    }

    private static Path inside(Path folder, ZipEntry entry, Path archive) throws IOException {
        var file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("%s holds '%s', which leads out of the archive".formatted(archive, entry.getName()));
        }
        return file;
    }
}

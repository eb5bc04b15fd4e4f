package dev.postroad.cli.bus;

import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.proto.Protoc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the bus repository. */
public final class BusOptions {
    /** The folder below a bus where {@code up} keeps its data. */
    private static final String DATA_DIRECTORY = ".postroad";

    /** Set by the launcher: the bus that is meant where no other is near. */
    private static final String SAMPLE_PROPERTY = "postroad.sample-bus";

    @Option(
            names = "--bus",
            paramLabel = "FOLDER",
            description =
                    "The bus repository. Default: the nearest folder, from here upwards, with a postroad.yaml; else the sample bus.")
    private @Nullable Path bus;

    @Option(
            names = "--data-dir",
            paramLabel = "FOLDER",
            description = "Where `up` keeps the broker's data. Default: .postroad in the bus repository.")
    private @Nullable Path dataDirectory;

    /** The bus repository's folder. */
    public Path folder() {
        if (bus != null) {
            return bus;
        }
        return implied(Path.of("").toAbsolutePath())
                .orElseThrow(() -> new NoBusException(
                        "there is no postroad.yaml here or in a folder above; name a bus repository with --bus"));
    }

    /** The bus that is meant in a folder when none is named: the nearest one, upwards, or else the sample bus. */
    public static Optional<Path> implied(Path here) {
        return nearest(here)
                .or(() ->
                        Optional.ofNullable(System.getProperty(SAMPLE_PROPERTY)).map(Path::of));
    }

    private static Optional<Path> nearest(Path from) {
        for (var folder = from; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(BusRepository.MAIN_FILE))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    /** Whether the folder is a bus repository. */
    public boolean isBus() {
        return Files.isRegularFile(folder().resolve(BusRepository.MAIN_FILE));
    }

    /** Sets the repository, for commands that take it as a parameter. */
    public void setFolder(Path folder) {
        bus = folder;
    }

    /** Where {@code up} keeps its data. */
    public Path dataDirectory() {
        return dataDirectory == null ? folder().resolve(DATA_DIRECTORY) : dataDirectory;
    }

    /** Loads the repository. */
    public BusRepository load() {
        return BusRepository.load(folder(), Protoc.installed());
    }
}

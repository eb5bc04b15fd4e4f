package dev.postroad.acceptance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The checkout that the tests run in. */
public final class Checkout {
    /** The root of the checkout; tests are run in the folder of their module. */
    public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Path PROGRAM = ROOT.resolve("cli/target/postroad");

    private Checkout() {}

    /** The command that runs {@code postroad} as the launcher does, with a given sample bus. The build is not its. */
    public static List<String> postroad(Path sampleBus) {
        var command = new ArrayList<>(List.of(java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        if (Runtime.version().feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED");
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(List.of(
                "-cp",
                PROGRAM.resolve("lib/core") + File.separator + "*",
                "-Dpostroad.protoc=" + protoc(),
                "-Dpostroad.sample-bus=" + sampleBus,
                "dev.postroad.cli.Main"));
        return command;
    }

    /** The protoc that the program brings. */
    public static Path protoc() {
        return PROGRAM.resolve("bin/protoc");
    }

    /** The running JVM's java. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A file's text. */
    public static String read(String path) throws IOException {
        return Files.readString(ROOT.resolve(path));
    }

    /** The files below folders of the checkout with a suffix, in order; what the build made is left out. */
    public static List<Path> files(String suffix, String... folders) {
        return Stream.of(folders)
                .flatMap(folder -> walk(ROOT.resolve(folder)))
                .filter(path -> path.toString().endsWith(suffix))
                .filter(path -> !ROOT.relativize(path).toString().matches("(.*/)?(target|\\.postroad)/.*"))
                .sorted()
                .toList();
    }

    private static Stream<Path> walk(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot walk " + folder, e);
        }
    }

    /** Copies a folder, without what the build made; that is linked. */
    public static void copy(Path from, Path to) throws IOException {
        for (var file : files("", ROOT.relativize(from).toString())) {
            var target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        if (Files.isDirectory(from.resolve("target"))) {
            Files.createSymbolicLink(to.resolve("target"), from.resolve("target"));
        }
    }
}

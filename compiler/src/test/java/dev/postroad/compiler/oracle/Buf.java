package dev.postroad.compiler.oracle;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The Buf program of the build, which compares whole folders of contracts. */
final class Buf {
    private static final Path BINARY = Path.of("target/buf/buf").toAbsolutePath();

    private static final Path HASHES = Path.of("src/test/resources/buf.sha256");

    private static final String CONFIGURATION = """
            {"version": "v2", "modules": [{"path": "contracts"}, {"path": "imports"}],
             "breaking": {"use": ["FILE", "WIRE_JSON"]}}""";

    private static final List<String> IMPORTS = List.of("postroad/contract.proto", "buf/validate/validate.proto");

    private Buf() {}

    /** What Buf has against a repository, compared with an older one, in the categories FILE and WIRE_JSON. */
    static List<BufFinding> breaking(Path repository, Path against) throws IOException, InterruptedException {
        for (var side : List.of(repository, against)) {
            Files.writeString(side.resolve("buf.yaml"), CONFIGURATION);
            for (var name : IMPORTS) {
                copy(name, side.resolve("imports").resolve(name));
            }
        }
        var output = repository.resolve("buf.json");
        var process = new ProcessBuilder(
                        binary().toString(), "breaking", ".", "--against", against.toString(), "--error-format=json")
                .directory(repository.toFile())
                .redirectOutput(output.toFile())
                .redirectErrorStream(true)
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("buf did not end within 5 minutes");
        }
        var lines = Files.readAllLines(output);
        // 100 stands for findings.
        if (process.exitValue() != 0 && process.exitValue() != 100) {
            throw new IllegalStateException("buf ended with %d: %s".formatted(process.exitValue(), lines));
        }
        return lines.stream()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .map(BufFinding::of)
                .toList();
    }

    private static Path binary() throws IOException {
        var hash = HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(BINARY)));
        if (!Files.readString(HASHES).contains(hash)) {
            throw new IllegalStateException(
                    "%s has the hash %s, which %s does not list".formatted(BINARY, hash, HASHES));
        }
        if (!BINARY.toFile().canExecute() && !BINARY.toFile().setExecutable(true)) {
            throw new IllegalStateException(BINARY + " cannot be run; build the module by Maven, which brings it");
        }
        return BINARY;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void copy(String name, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream source = Buf.class.getClassLoader().getResourceAsStream(name)) {
            Files.write(target, source.readAllBytes());
        }
    }
}

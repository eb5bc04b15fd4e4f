package dev.postroad.compiler.proto;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.postroad.compiler.file.FileRules;
import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.finding.Place;
import dev.postroad.compiler.finding.Severity;
import dev.postroad.compiler.proto.Compilation.SourceFile;
import dev.postroad.contract.language.ContractOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The protoc binary.
 *
 * <p>An instance may be shared; each compilation runs a process and works in a temporary folder of its own.
 */
public final class Protoc {
    /** The system property with the binary's path; the launcher and the build set it. */
    public static final String PROPERTY = "postroad.protoc";

    /** The environment variable with the binary's path, for those who bring their own. */
    public static final String VARIABLE = "POSTROAD_PROTOC";

    private static final int TIMEOUT_SECONDS = 60;

    /** The most bytes of descriptors: some thousands of contracts, which 512 MB of memory are enough for. */
    private static final int MOST_BYTES = 24 << 20;

    private final Path binary;

    /** A protoc at a given path. */
    public Protoc(Path binary) {
        this.binary = binary.toAbsolutePath();
    }

    /**
     * The protoc that Postroad was installed with, or the one that the user brings.
     *
     * @throws ProtocUnavailableException if there is none
     */
    public static Protoc installed() {
        var path = System.getenv(VARIABLE);
        if (path == null) {
            path = System.getProperty(PROPERTY);
        }
        if (path == null) {
            throw new ProtocUnavailableException(
                    "protoc was not found; start Postroad by its launcher, or set %s to the binary's path"
                            .formatted(VARIABLE));
        }
        return new Protoc(Path.of(path));
    }

    /**
     * Compiles every {@code .proto} file below a folder.
     *
     * @param shownAs what stands before file names in findings, such as {@code contracts/}
     * @throws ProtocUnavailableException if protoc cannot be run
     */
    public Compilation compile(Path folder, String shownAs) {
        return compile(folder, shownAs, List.of());
    }

    /**
     * Compiles the {@code .proto} files below a folder, apart from those that were compiled elsewhere.
     *
     * @param compiled files that stand in the folder too, with all that they import; they are part of the result
     */
    public Compilation compile(Path folder, String shownAs, List<SourceFile> compiled) {
        try (var work = new WorkFolder()) {
            var known =
                    compiled.stream().map(file -> file.descriptor().getName()).collect(Collectors.toSet());
            var protos = ProtoFolder.read(folder, shownAs);
            if (!protos.findings().isEmpty()) {
                return new Compilation(List.of(), protos.findings());
            }
            var texts = protos.files();
            var names = texts.keySet().stream()
                    .filter(name -> !known.contains(name))
                    .toList();
            if (names.isEmpty()) {
                return new Compilation(compiled, List.of());
            }
            var result = work.path().resolve("set.binpb");
            var output = run(
                    work.path(),
                    folder,
                    names,
                    List.of(
                            "--include_imports",
                            "--include_source_info",
                            // Declarations of extensions are dropped otherwise.
                            "--retain_options",
                            "--descriptor_set_out=" + result));
            var findings = ProtocOutput.findings(output, shownAs);
            if (!Files.exists(result)) {
                return new Compilation(List.of(), findings);
            }
            if (Files.size(result) > MOST_BYTES) {
                return new Compilation(List.of(), List.of(tooLarge(Files.size(result), shownAs)));
            }
            var set = FileDescriptorSet.parseFrom(Files.readAllBytes(result), ContractOptions.registry());
            return new Compilation(sourceFiles(set, texts, shownAs, compiled), findings);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot compile " + folder + ": " + e.getMessage(), e);
        }
    }

    private static Finding tooLarge(long size, String shownAs) {
        return FileRules.TOO_LARGE.at(
                Place.of(shownAs),
                shownAs,
                "the contracts compile to %,d bytes, and %,d are allowed".formatted(size, MOST_BYTES),
                "divide the bus");
    }

    /**
     * Writes the Java classes of some {@code .proto} files below a folder, all of which compile.
     *
     * @param names relative to the folder
     * @throws ProtocUnavailableException if protoc cannot be run
     * @throws IOException if files cannot be read or written
     */
    public void generateJava(Path folder, List<String> names, Path target) throws IOException {
        try (var work = new WorkFolder()) {
            var output = run(work.path(), folder, names, List.of("--java_out=" + target.toAbsolutePath()));
            var refused = ProtocOutput.findings(output, "").stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .findFirst();
            if (refused.isPresent()) {
                throw new IOException("protoc generates no Java from %s: %s".formatted(folder, refused.get()));
            }
        }
    }

    private List<String> run(Path work, Path folder, List<String> names, List<String> outputs) throws IOException {
        var imports = Files.createDirectory(work.resolve("imports"));
        StandardImports.copyTo(imports);
        var arguments = new ArrayList<String>();
        // Relative to the folder: a path list would be split at a colon in its name.
        arguments.add("--proto_path=.");
        arguments.add("--proto_path=" + imports);
        arguments.addAll(outputs);
        arguments.addAll(names);
        // A bus may have more files than a command line takes.
        var file = Files.write(work.resolve("arguments"), arguments);
        var output = work.resolve("output");
        var process = start(new ProcessBuilder(executable().toString(), "@" + file)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile()));
        await(process);
        var lines = Files.readAllLines(output, StandardCharsets.UTF_8);
        if (process.exitValue() != 0 && lines.isEmpty()) {
            throw new ProtocUnavailableException(
                    "%s ended with %d and said nothing".formatted(binary, process.exitValue()));
        }
        return lines;
    }

    private Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new ProtocUnavailableException(
                    "%s cannot be run (%s); set %s to a protoc for this machine"
                            .formatted(binary, e.getMessage(), VARIABLE),
                    e);
        }
    }

    private Path executable() {
        var file = binary.toFile();
        if (!file.isFile()) {
            throw new ProtocUnavailableException(
                    "%s is no file; set %s to a protoc for this machine".formatted(binary, VARIABLE));
        }
        if (!file.canExecute() && !file.setExecutable(true)) {
            throw new ProtocUnavailableException(binary + " may not be executed; change its rights");
        }
        return binary;
    }

    private void await(Process process) {
        try {
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new ProtocUnavailableException(
                        "%s did not end within %d seconds; run it on the contracts by hand to see which of them keeps it"
                                .formatted(binary, TIMEOUT_SECONDS));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new ProtocUnavailableException("interrupted while protoc was running", e);
        }
    }

    private static List<SourceFile> sourceFiles(
            FileDescriptorSet set, Map<String, String> texts, String shownAs, List<SourceFile> compiled) {
        // Extensions of protovalidate's rules are found by the class of what they extend.
        var linker = Linker.ofStandardImports();
        compiled.forEach(file -> linker.add(file.descriptor()));
        var files = new ArrayList<>(compiled);
        for (var proto : set.getFileList()) {
            var isCompiled = linker.find(proto.getName()).isPresent();
            var descriptor = link(proto, linker);
            var text = texts.get(proto.getName());
            if (!isCompiled && !StandardImports.contains(proto.getName()) && text != null) {
                files.add(new SourceFile(
                        shownAs + proto.getName(), descriptor, text.lines().toList()));
            }
        }
        files.sort(Comparator.comparing(SourceFile::shown));
        return files;
    }

    /** protoc writes a file after all that it imports. */
    private static FileDescriptor link(FileDescriptorProto proto, Linker linker) {
        try {
            return linker.link(proto);
        } catch (DescriptorValidationException e) {
            throw new IllegalStateException(
                    "protoc accepted %s, protobuf-java does not: %s".formatted(proto.getName(), e.getMessage()), e);
        }
    }
}

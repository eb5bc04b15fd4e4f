package dev.postroad.acceptance;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The build of somebody's service outside of this checkout, by Maven.
 *
 * <p>Postroad's artifacts come from a repository in a folder, as if they were published; what else the build needs is
 * found where the build of this checkout has put it.
 */
final class ServiceBuild {
    private static final String VERSION = "0.1.0";
    private static final List<String> LIBRARIES = List.of("contract", "client", "compiler");

    private final Path folder;
    private final Path published;

    ServiceBuild(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder.resolve("service"));
        this.published = folder.resolve("published");
        publish("dev.postroad", "postroad", Checkout.ROOT.resolve(".flattened-pom.xml"), "pom");
        for (var library : LIBRARIES) {
            publishModule(library, library);
        }
        publishModule("maven-plugin", "postroad-maven-plugin");
    }

    private void publishModule(String module, String artifact) throws IOException {
        var root = Checkout.ROOT.resolve(module);
        publish("dev.postroad", artifact, root.resolve(".flattened-pom.xml"), "pom");
        publish("dev.postroad", artifact, root.resolve("target/%s-%s.jar".formatted(artifact, VERSION)), "jar");
    }

    /** Publishes a folder as a jar. */
    void publishFolder(String group, String artifact, Path content) throws IOException {
        var jar = Files.createTempFile(folder, artifact, ".jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(content)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(
                        new ZipEntry(content.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        publish(group, artifact, jar, "jar");
    }

    private void publish(String group, String artifact, Path file, String extension) throws IOException {
        var target = published
                .resolve(group.replace('.', '/'))
                .resolve(artifact)
                .resolve(VERSION)
                .resolve("%s-%s.%s".formatted(artifact, VERSION, extension));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
    }

    /** Writes a file of the service. */
    void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Writes the service's POM, with the given configuration of Postroad's plugin. */
    void pom(String configuration) throws IOException {
        pom(configuration, "");
    }

    /** Writes the service's POM, with protovalidate among its dependencies. */
    void pomWithProtovalidate(String configuration) throws IOException {
        pom(configuration, Checkout.read("acceptance/src/test/resources/service/protovalidate.pom.xml"));
    }

    private void pom(String configuration, String dependencies) throws IOException {
        write(
                "pom.xml",
                Checkout.read("acceptance/src/test/resources/service/pom.xml")
                        .replace("@published@", published.toUri().toString())
                        .replace("@version@", VERSION)
                        .replace("@dependencies@", dependencies)
                        .replace("@configuration@", configuration));
    }

    /** Compiles the service. */
    ChildProcess compile() throws IOException, InterruptedException {
        return maven("compile");
    }

    /** Runs a class of the service, which was compiled, with all that the service depends on. */
    ChildProcess run(String main) throws IOException, InterruptedException {
        var listed = maven("dependency:build-classpath", "-Dmdep.outputFile=target/class-path");
        if (listed.status() != 0) {
            throw new IllegalStateException(listed.out());
        }
        var classPath = "target/classes" + File.pathSeparator + Files.readString(folder.resolve("target/class-path"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return ChildProcess.run(folder, Map.of(), java, "-cp", classPath, main);
    }

    private ChildProcess maven(String... goals) throws IOException, InterruptedException {
        var command = Stream.of(
                Checkout.ROOT.resolve("mvnw").toString(),
                "--batch-mode",
                "--no-transfer-progress",
                "-Dmaven.repo.local=" + folder.resolveSibling("repository"),
                "-Dmaven.repo.local.tail=" + System.getProperty("maven.repo.local"));
        return ChildProcess.run(
                folder,
                Map.of("MAVEN_ARGS", ""),
                Stream.concat(command, Stream.of(goals)).toArray(String[]::new));
    }

    boolean has(String file) {
        return Files.exists(folder.resolve(file));
    }
}

package dev.postroad.maven.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/** The protoc of the running machine, as its makers publish it. */
final class ProtocArtifact {
    private ProtocArtifact() {}

    /**
     * The artifact for a machine.
     *
     * @param operatingSystem as the system property {@code os.name} has it
     * @param architecture as the system property {@code os.arch} has it
     */
    static Artifact of(String operatingSystem, String architecture) {
        return new DefaultArtifact(
                "com.google.protobuf", "protoc", system(operatingSystem) + "-" + cpu(architecture), "exe", version());
    }

    private static String system(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("mac")) {
            return "osx";
        }
        return lower.startsWith("windows") ? "windows" : "linux";
    }

    private static String cpu(String architecture) {
        return switch (architecture.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "aarch_64";
            default -> architecture;
        };
    }

    /** The version that this plugin was built and tested with. */
    private static String version() {
        var versions = new Properties();
        try (var file = ProtocArtifact.class.getResourceAsStream("versions.properties")) {
            versions.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the plugin's jar cannot be read", e);
        }
        return versions.getProperty("protoc");
    }
}

package dev.postroad.maven.generate;

import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.bus.NotABusException;
import dev.postroad.compiler.code.ServiceCode;
import dev.postroad.compiler.code.UnknownServiceException;
import dev.postroad.compiler.finding.Severity;
import dev.postroad.compiler.proto.Protoc;
import dev.postroad.compiler.proto.ProtocUnavailableException;
import dev.postroad.compiler.proto.WorkFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.jspecify.annotations.Nullable;

/**
 * Generates the code of a service: the messages of the topics that {@code services/<service>.yaml} declares, a check
 * for each, and the class {@code Topics} with a typed constant for each.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends AbstractMojo {
    private final RepositorySystem repositories;

    /** The bus repository's folder. Default: the nearest folder with a postroad.yaml, from the project's upwards. */
    @Parameter(property = "postroad.bus")
    private @Nullable File bus;

    /** The published artifact that holds the bus repository, as {@code group:artifact[:extension]:version}. */
    @Parameter(property = "postroad.busArtifact")
    private @Nullable String busArtifact;

    /** The service's name in the bus repository. */
    @Parameter(property = "postroad.service", defaultValue = "${project.artifactId}", required = true)
    private String service = "";

    /** The Java package of the class Topics. */
    @Parameter(property = "postroad.topicsPackage", defaultValue = "${project.groupId}", required = true)
    private String topicsPackage = "";

    /** Where the sources are written. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/postroad", required = true)
    private File output = new File("");

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private @Nullable MavenProject project;

    @Parameter(defaultValue = "${repositorySystemSession}", readonly = true, required = true)
    private @Nullable RepositorySystemSession session;

    /** The goal, with Maven's access to repositories. */
    @Inject
    public GenerateMojo(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        try (var work = new WorkFolder()) {
            var protoc = new Protoc(protoc(work.path()));
            var repository = BusRepository.load(busFolder(work.path()), protoc);
            requireNoErrors(repository);
            var code = new ServiceCode(repository, service, topicsPackage);
            var result = code.writeTo(output.toPath(), protoc);
            getLog().info("%s of the bus %s: %s, %s"
                    .formatted(
                            service,
                            repository.name(),
                            counted(result.topics().size(), "topic"),
                            counted(result.changed(), "changed file")));
            result.uncompiled()
                    .forEach(rule -> getLog().warn(
                                    "%s: %s; protovalidate checks the whole message, so the service needs build.buf:protovalidate with all that it depends on"
                                            .formatted(code.place(rule.element()), rule)));
            maven().addCompileSourceRoot(output.getPath());
        } catch (NotABusException | UnknownServiceException | IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (ProtocUnavailableException | IOException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private static String counted(int count, String noun) {
        return count == 1 ? "1 " + noun : count + " " + noun + "s";
    }

    private void requireNoErrors(BusRepository repository) throws MojoFailureException {
        repository.findings().forEach(finding -> {
            if (finding.severity() == Severity.ERROR) {
                getLog().error(finding.toString());
            } else {
                getLog().warn(finding.toString());
            }
        });
        if (repository.hasErrors()) {
            throw new MojoFailureException(
                    "the bus repository %s has errors; 'postroad check' lists them".formatted(repository.root()));
        }
    }

    private Path busFolder(Path work) throws MojoFailureException, MojoExecutionException, IOException {
        if (bus != null && busArtifact != null) {
            throw new MojoFailureException("both bus and busArtifact are given; keep one");
        }
        if (bus != null) {
            return bus.toPath();
        }
        if (busArtifact != null) {
            return BusFolder.unpack(
                    resolve(new DefaultArtifact(busArtifact), maven().getRemoteProjectRepositories()),
                    Files.createDirectory(work.resolve("bus")));
        }
        return BusFolder.above(maven().getBasedir().toPath())
                .orElseThrow(() -> new MojoFailureException(
                        "no folder from %s upwards has a %s; name the bus repository with <bus> or <busArtifact>"
                                .formatted(maven().getBasedir(), BusRepository.MAIN_FILE)));
    }

    /** A copy: what lies in the local repository is not made executable. */
    private Path protoc(Path work) throws MojoExecutionException, IOException {
        var artifact = ProtocArtifact.of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        var resolved = resolve(artifact, maven().getRemotePluginRepositories());
        return Files.copy(resolved, work.resolve("protoc.exe"), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path resolve(Artifact artifact, List<RemoteRepository> from) throws MojoExecutionException {
        try {
            return repositories
                    .resolveArtifact(session, new ArtifactRequest(artifact, from, null))
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new MojoExecutionException("%s cannot be resolved: %s".formatted(artifact, e.getMessage()), e);
        }
    }

    private MavenProject maven() {
        if (project == null) {
            throw new IllegalStateException("Maven sets the project before it calls a goal");
        }
        return project;
    }
}

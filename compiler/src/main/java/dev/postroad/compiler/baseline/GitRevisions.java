package dev.postroad.compiler.baseline;

import dev.postroad.compiler.git.GitException;
import dev.postroad.compiler.git.GitFolder;
import dev.postroad.compiler.git.GitProgram;
import dev.postroad.compiler.git.GitTree;
import dev.postroad.compiler.git.GitWorkTree;
import dev.postroad.compiler.proto.WorkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The contracts that a bus repository had in the revisions of the Git work tree that it stands in.
 *
 * <p>A revision is named as Git names it: {@code main}, {@code v1.2}, {@code HEAD~3}. By itself it means the folder in
 * which the bus stands today; {@code main:shop} means the folder {@code shop} of that revision.
 */
final class GitRevisions {
    private final Path root;
    private final ContractFolder folders;

    GitRevisions(Path root, ContractFolder folders) {
        this.root = root;
        this.folders = folders;
    }

    /** What a revision has; empty if Git is not there, or knows no such revision. */
    Optional<PriorContracts> find(String name) {
        try (var git = new GitProgram(root)) {
            var workTree = git.isInstalled() ? GitWorkTree.of(git) : Optional.<GitWorkTree>empty();
            var folder = workTree.isPresent() ? workTree.get().folder(name) : Optional.<GitFolder>empty();
            return folder.isPresent() ? Optional.of(read(git, folder.get(), name)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read revision " + name + ": " + e.getMessage(), e);
        }
    }

    private PriorContracts read(GitProgram git, GitFolder folder, String name) throws IOException {
        var origin = Origin.revision(name, folder.commit());
        try (var work = new WorkFolder()) {
            new GitTree(git, folder).writeTo(work.path());
            return folders.contracts(origin, work.path());
        } catch (GitException e) {
            throw new NoBaselineException(
                    "%s cannot be read: %s; compare with a folder or a descriptor set"
                            .formatted(origin, e.getMessage()),
                    e);
        }
    }

    /** Why no revision was found, with a way out. */
    NoBaselineException whyNot(String name) {
        try (var git = new GitProgram(root)) {
            if (!git.isInstalled()) {
                return new NoBaselineException(
                        "'%s' is no folder and no file, and git, which could have it as a revision, cannot be run; install it, or name a folder or a descriptor set"
                                .formatted(name));
            }
            var refusal = GitWorkTree.refusal(git);
            if (refusal.isPresent()) {
                return new NoBaselineException(
                        "'%s' is no folder and no file, and git refuses to look for a revision: %s"
                                .formatted(name, refusal.get()));
            }
            var workTree = GitWorkTree.of(git);
            if (workTree.isEmpty()) {
                return new NoBaselineException(
                        "'%s' is no folder and no file, and %s stands in no Git work tree that could have it as a revision; name a bus repository, a folder of contracts or a descriptor set"
                                .formatted(name, root));
            }
            return new NoBaselineException(
                    workTree.get().isShallow()
                            ? "'%s' is no folder, no file and no revision of this shallow clone; fetch it, such as with git fetch --unshallow, or name a folder or a descriptor set"
                                    .formatted(name)
                            : "'%s' is no folder, no file and no revision that Git knows in %s; name one of these, such as origin/main"
                                    .formatted(name, root));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read revision " + name + ": " + e.getMessage(), e);
        }
    }
}

package dev.postroad.compiler.git;

import dev.postroad.compiler.bus.BusRepository;
import java.io.IOException;
import java.util.Optional;

/**
 * The Git work tree that a folder stands in.
 *
 * @param git the program, run in that folder
 * @param prefix the folder's path in the work tree: empty, or ending in a slash
 * @param isShallow whether older commits were left out when the repository was cloned
 */
public record GitWorkTree(GitProgram git, String prefix, boolean isShallow) {
    /** The work tree of the folder that Git is run in; empty if it stands in none that Git would read. */
    public static Optional<GitWorkTree> of(GitProgram git) throws IOException {
        var answer = git.run("rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix");
        var lines = answer.text().split("\n", -1);
        return answer.succeeded() && lines[0].equals("true")
                ? Optional.of(new GitWorkTree(git, lines[2], lines[1].equals("true")))
                : Optional.empty();
    }

    /** What Git says if it refuses to read the repository, since it belongs to somebody else. */
    public static Optional<String> refusal(GitProgram git) throws IOException {
        return Optional.of(git.run("rev-parse", "--git-dir").complaint())
                .filter(complaint -> complaint.contains("dubious ownership"))
                .map(complaint -> complaint.replaceAll("\\s+", " "));
    }

    /** The contracts that a user means by a revision, or by {@code revision:folder}; empty if there is no such one. */
    public Optional<GitFolder> folder(String name) throws IOException {
        var commit = commit(name);
        if (commit.isPresent()) {
            return commit.map(id -> new GitFolder(id, prefix + BusRepository.CONTRACTS + "/"));
        }
        var colon = name.indexOf(':');
        return colon <= 0 ? Optional.empty() : folder(name.substring(0, colon), name.substring(colon + 1));
    }

    private Optional<GitFolder> folder(String revision, String path) throws IOException {
        var commit = commit(revision);
        var folder = path.isEmpty() || path.endsWith("/") ? path : path + "/";
        if (commit.isEmpty() || id(commit.get() + ":" + folder).isEmpty()) {
            return Optional.empty();
        }
        var isBus = id(commit.get() + ":" + folder + BusRepository.MAIN_FILE).isPresent();
        return Optional.of(new GitFolder(commit.get(), isBus ? folder + BusRepository.CONTRACTS + "/" : folder));
    }

    private Optional<String> commit(String revision) throws IOException {
        return id(revision + "^{commit}");
    }

    private Optional<String> id(String object) throws IOException {
        var answer = git.run("rev-parse", "--verify", "--quiet", object);
        return answer.succeeded() ? Optional.of(answer.text().strip()) : Optional.empty();
    }
}

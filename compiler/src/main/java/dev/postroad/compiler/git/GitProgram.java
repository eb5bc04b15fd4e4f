package dev.postroad.compiler.git;

import dev.postroad.compiler.proto.WorkFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The {@code git} program, run in one folder without a shell. It only reads, and asks nobody for a password. To be used
 * by one thread.
 */
public final class GitProgram implements AutoCloseable {
    private static final int TIMEOUT_SECONDS = 60;

    /** A hook of Git sets these for its own repository; here the folder says which one is meant. */
    private static final List<String> NOT_INHERITED = List.of(
            "GIT_DIR",
            "GIT_WORK_TREE",
            "GIT_INDEX_FILE",
            "GIT_PREFIX",
            "GIT_COMMON_DIR",
            "GIT_NAMESPACE",
            "GIT_LITERAL_PATHSPECS",
            "GIT_GLOB_PATHSPECS",
            "GIT_ICASE_PATHSPECS");

    private final Path folder;
    private final WorkFolder work = new WorkFolder();
    private int runs;

    /** The program, run in a folder. */
    public GitProgram(Path folder) throws IOException {
        this.folder = folder;
    }

    /**
     * How a run ended.
     *
     * @param succeeded whether Git says that it did what it was asked for
     * @param output the file with what it printed
     * @param complaint what it printed as errors, one line
     */
    record Answer(boolean succeeded, Path output, String complaint) {
        String text() throws IOException {
            return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        }
    }

    /** Whether there is such a program. */
    public boolean isInstalled() {
        try {
            return run("--version").succeeded();
        } catch (IOException e) {
            return false;
        }
    }

    Answer run(String... arguments) throws IOException {
        return run(Optional.empty(), arguments);
    }

    /** Runs it with lines to read. */
    Answer runWith(List<String> lines, String... arguments) throws IOException {
        return run(Optional.of(Files.write(work.path().resolve("input"), lines)), arguments);
    }

    private Answer run(Optional<Path> input, String... arguments) throws IOException {
        runs++;
        var output = work.path().resolve("output" + runs);
        var errors = work.path().resolve("errors" + runs);
        var builder = new ProcessBuilder("git")
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.command().addAll(List.of(arguments));
        input.ifPresent(file -> builder.redirectInput(file.toFile()));
        builder.environment().keySet().removeAll(NOT_INHERITED);
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        builder.environment().put("LC_ALL", "C");
        var exitCode = await(builder.start());
        var complaint = String.join(" ", Files.readAllLines(errors, StandardCharsets.ISO_8859_1));
        return new Answer(exitCode == 0, output, complaint);
    }

    private static int await(Process process) {
        try {
            if (process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            throw new GitException("git did not end within %d seconds".formatted(TIMEOUT_SECONDS));
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new GitException("interrupted while git was running", e);
        }
    }

    @Override
    public void close() throws IOException {
        work.close();
    }
}

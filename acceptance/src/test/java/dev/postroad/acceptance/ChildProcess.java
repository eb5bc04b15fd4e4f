package dev.postroad.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process that has ended.
 *
 * @param status its exit code
 * @param out what it printed
 * @param err what it printed to standard error
 */
record ChildProcess(int status, String out, String err) {
    private static final int LIMIT_SECONDS = 90;

    /**
     * Runs a command to its end, which must come within 90 seconds.
     *
     * @param folder where it is run; its output is kept there, too
     * @param environment what differs from this process's environment; an empty value unsets a variable
     */
    static ChildProcess run(Path folder, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        var out = Files.createTempFile(folder, "child", ".out");
        var err = Files.createTempFile(folder, "child", ".err");
        var builder = new ProcessBuilder(List.of(command))
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        builder.environment().values().removeIf(String::isEmpty);
        var process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IllegalStateException("%s has not ended; it printed:%n%s%n%s"
                    .formatted(List.of(command), Files.readString(out), Files.readString(err)));
        }
        return new ChildProcess(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}

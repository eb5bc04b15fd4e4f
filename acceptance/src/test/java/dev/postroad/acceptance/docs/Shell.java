package dev.postroad.acceptance.docs;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One {@code sh} that runs a page's commands in turn, so that {@code cd} and variables last. Used by one thread. */
final class Shell implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration END_LIMIT = Duration.ofSeconds(10);
    private static final String MARK = "-- the command has ended with";

    private final Path folder;
    private final Process process;
    private final BufferedWriter in;
    private final BlockingQueue<String> printed = new LinkedBlockingQueue<>();
    private final List<Background> backgrounds = new ArrayList<>();

    Shell(Path folder) throws IOException {
        this.folder = folder;
        var builder = new ProcessBuilder("sh").directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("TZ", "UTC");
        this.process = builder.start();
        this.in = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        var reader = new Thread(this::read, "shell");
        reader.setDaemon(true);
        reader.start();
        send("status=0");
    }

    /** What a command printed, to both streams, and its exit code. */
    record Answer(String output, int status) {}

    /** A command that goes on, and the file that it prints to. */
    record Background(ProcessHandle handle, Path output) {
        boolean hasEnded() {
            return text().contains(MARK);
        }

        String printed() {
            return text().split(MARK, 2)[0];
        }

        private String text() {
            try {
                return Files.readString(output);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Runs a command to its end. */
    Answer run(String command) throws IOException, InterruptedException {
        // The braces keep the command in this shell; the line before them is what its $? shows.
        send("(exit $status)\n{ %s\n} </dev/null; status=$?; echo; echo \"%s $status\"".formatted(command, MARK));
        var output = new StringBuilder();
        while (true) {
            var line = Optional.ofNullable(printed.poll(LIMIT.toMillis(), TimeUnit.MILLISECONDS))
                    .orElseThrow(() -> new IllegalStateException(
                            "'%s' has not ended; it printed:%n%s".formatted(command, output)));
            if (line.startsWith(MARK)) {
                // The line break before the mark is not the command's, unless it left its last line open.
                var text = output.toString().replaceFirst("\\n\\z", "");
                return new Answer(text, Integer.parseInt(line.substring(MARK.length() + 1)));
            }
            output.append(line).append('\n');
        }
    }

    /** Starts a command that goes on until this shell is closed. */
    Background start(String command) throws IOException, InterruptedException {
        var output = Files.createTempFile(folder, "background", ".out");
        // The command is not the last, so the shell does not become it: what is to be ended is the only child.
        send("{ %s\necho \"%s $?\"\n} </dev/null >'%s' 2>&1 &\necho $!; echo \"%s 0\""
                .formatted(command, MARK, output, MARK));
        var pid = 0L;
        for (var line = ""; !line.startsWith(MARK); line = printed.take()) {
            pid = line.isEmpty() ? pid : Long.parseLong(line);
        }
        var background = new Background(ProcessHandle.of(pid).orElseThrow(), output);
        backgrounds.add(background);
        return background;
    }

    private void send(String text) throws IOException {
        in.write(text);
        in.newLine();
        in.flush();
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(printed::add);
        } catch (IOException | UncheckedIOException e) {
            printed.add("the output cannot be read: " + e);
        }
    }

    /** Ends what was started in the background, the latest first, and the shell. */
    @Override
    public void close() {
        for (var index = backgrounds.size() - 1; index >= 0; index--) {
            // The handle is that of a subshell, which ends by itself when its command has ended.
            backgrounds.get(index).handle().children().forEach(Shell::end);
        }
        process.destroy();
    }

    private static void end(ProcessHandle command) {
        command.destroy();
        try {
            command.onExit()
                    .orTimeout(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            command.descendants().forEach(ProcessHandle::destroyForcibly);
            command.destroyForcibly();
        }
    }
}

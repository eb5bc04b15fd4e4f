package dev.postroad.cli;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a user types and sees, as a text.
 *
 * <pre>
 * --- postroad.yaml               the files of a bus repository
 * name: shop
 * === session
 * $ publish a.b.v1 --bus {bus}    a command
 * &lt; {"id": 1}                     a line of its input
 * a.b.v1: 0 published, 1 refused  a line that it prints to standard output
 * ! line 1: …                     a line that it prints to standard error
 * [1]                             its exit code, if not 0
 * </pre>
 *
 * <p>In what is printed, {@code …} stands for any text, and, as a line of its own, for any lines.
 */
record Session(String files, List<Step> steps) {
    private static final Pattern EXIT_CODE = Pattern.compile("\\[(\\d+)]");

    /** A command and what it must say. */
    record Step(List<String> arguments, String input, List<String> out, List<String> err, int exitCode) {
        @Override
        public String toString() {
            return "postroad " + String.join(" ", arguments);
        }
    }

    static Session parse(String text) {
        var parts = text.split("=== session\n", 2);
        var steps = Stream.of(parts[1].split("(?m)^\\$ "))
                .filter(step -> !step.isBlank())
                .map(Session::step)
                .toList();
        return new Session(parts[0], steps);
    }

    void write(Path root) throws IOException {
        BusFiles.write(root, files);
    }

    private static Step step(String text) {
        var lines = text.lines().toList();
        var input = new StringBuilder();
        var out = new ArrayList<String>();
        var err = new ArrayList<String>();
        var exitCode = 0;
        for (var line : lines.subList(1, lines.size())) {
            var code = EXIT_CODE.matcher(line);
            if (code.matches()) {
                exitCode = Integer.parseInt(code.group(1));
            } else if (line.matches("<( .*)?")) {
                input.append(line.replaceFirst("< ?", "")).append('\n');
            } else if (line.matches("!( .*)?")) {
                err.add(line.replaceFirst("! ?", ""));
            } else {
                out.add(line);
            }
        }
        return new Step(List.of(lines.get(0).split(" ")), input.toString(), out, err, exitCode);
    }

    /** The pattern of what is printed; blanks at the ends of lines and of the whole do not count. */
    static Pattern pattern(List<String> lines) {
        var text = String.join("\n", lines).stripTrailing();
        return Pattern.compile(text.lines()
                .map(line -> line.equals("…")
                        ? "(?s:.*)"
                        : Stream.of(line.split("…", -1)).map(Pattern::quote).collect(joining(".*")))
                .collect(joining("\n")));
    }
}

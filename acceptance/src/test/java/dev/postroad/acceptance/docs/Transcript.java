package dev.postroad.acceptance.docs;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a page says that a command prints. */
final class Transcript {
    private static final String ANYTHING = "…";

    private final List<String> lines;
    private final boolean figuresMayDiffer;
    private final Pattern pattern;

    Transcript(List<String> lines, boolean figuresMayDiffer) {
        this.lines = lines;
        this.figuresMayDiffer = figuresMayDiffer;
        this.pattern = Pattern.compile(
                lines.stream().map(this::normal).map(Transcript::regex).collect(Collectors.joining()));
    }

    /** Whether this is all that was printed. */
    boolean isAllOf(String printed) {
        return pattern.matcher(normalLines(printed)).matches();
    }

    /** Whether this is a part of what was printed. */
    boolean isPartOf(String printed) {
        return pattern.matcher(normalLines(printed)).find();
    }

    String text() {
        return String.join("\n", lines);
    }

    private static String regex(String line) {
        if (line.equals(ANYTHING)) {
            return "(?:.*\\n)*?";
        }
        return Pattern.compile(ANYTHING)
                .splitAsStream(line + " ")
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"))
                .replaceFirst(" \\\\E$", "\\\\E\\\\n");
    }

    private String normalLines(String printed) {
        return printed.lines().map(line -> normal(line) + "\n").collect(Collectors.joining());
    }

    private String normal(String line) {
        if (!figuresMayDiffer) {
            return line.stripTrailing();
        }
        return line.replaceAll("\\s+", " ")
                .replaceAll("[0-9][0-9.,:]*(?: m?s\\b)?", "0")
                .replaceAll("(?<= )-(?= |$)", "0")
                .stripTrailing();
    }
}

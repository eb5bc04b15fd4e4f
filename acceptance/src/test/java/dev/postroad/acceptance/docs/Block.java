package dev.postroad.acceptance.docs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A fenced block.
 *
 * @param language the first word after the fence
 * @param words the others
 * @param line where the fence stands, counted from 1
 * @param lines between the fences
 */
record Block(String language, List<String> words, int line, List<String> lines) {
    private static final String PROMPT = "$ ";
    private static final String FILE = "file=";

    /** A command and the lines that it is said to print. */
    record Step(int line, String command, List<String> output) {}

    static Block of(String info, int line, List<String> lines) {
        var words = Arrays.asList(info.strip().split("\\s+"));
        return new Block(words.get(0), words.subList(1, words.size()), line, List.copyOf(lines));
    }

    boolean is(String word) {
        return words.contains(word);
    }

    /** The file that the block is the content of. */
    Optional<String> file() {
        return words.stream()
                .filter(word -> word.startsWith(FILE))
                .map(word -> word.substring(FILE.length()))
                .findFirst();
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    boolean spans(int pageLine) {
        return pageLine >= line && pageLine <= line + lines.size() + 1;
    }

    /** The commands of a {@code console} block. */
    List<Step> steps() {
        var steps = new ArrayList<Step>();
        for (var index = 0; index < lines.size(); index++) {
            var text = lines.get(index);
            if (text.startsWith(PROMPT)) {
                steps.add(new Step(line + index + 1, text.substring(PROMPT.length()), new ArrayList<>()));
            } else if (steps.isEmpty()) {
                throw new IllegalArgumentException("line %d: output without a command".formatted(line + index + 1));
            } else {
                steps.get(steps.size() - 1).output().add(text);
            }
        }
        return steps;
    }
}

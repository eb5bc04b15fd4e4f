package dev.postroad.acceptance.docs;

import dev.postroad.acceptance.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A page of the documentation: its fenced blocks, its headings and its links. */
record Page(Path path, List<String> lines, List<Block> blocks) {
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final String FENCE = "```";

    /** A link and the line that it stands on. */
    record Link(int line, String target) {}

    static Page read(Path path) throws IOException {
        var lines = Files.readAllLines(path);
        var blocks = new ArrayList<Block>();
        var begin = -1;
        for (var index = 0; index < lines.size(); index++) {
            if (!lines.get(index).startsWith(FENCE)) {
                continue;
            }
            if (begin < 0) {
                begin = index;
            } else {
                var info = lines.get(begin).substring(FENCE.length());
                blocks.add(Block.of(info, begin + 1, lines.subList(begin + 1, index)));
                begin = -1;
            }
        }
        if (begin >= 0) {
            throw new IllegalArgumentException("%s:%d: a block that does not end".formatted(path, begin + 1));
        }
        return new Page(path, lines, blocks);
    }

    List<Block> blocks(String language) {
        return blocks.stream()
                .filter(block -> block.language().equals(language))
                .toList();
    }

    /** The links to files of the checkout. */
    List<Link> links() {
        var links = new ArrayList<Link>();
        for (var index = 0; index < lines.size(); index++) {
            if (isProse(index)) {
                var found = LINK.matcher(lines.get(index));
                while (found.find()) {
                    if (!found.group(1).matches("https?://.*")) {
                        links.add(new Link(index + 1, found.group(1)));
                    }
                }
            }
        }
        return links;
    }

    /** What a link may name after a {@code #}. */
    Set<String> anchors() {
        return lines.stream()
                .filter(line -> line.matches("#{1,6} .*"))
                .map(line -> line.replaceFirst("^#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private boolean isProse(int index) {
        return blocks.stream().noneMatch(block -> block.spans(index + 1));
    }

    /** The page's path in the checkout. */
    @Override
    public String toString() {
        return Checkout.ROOT.relativize(path).toString();
    }
}

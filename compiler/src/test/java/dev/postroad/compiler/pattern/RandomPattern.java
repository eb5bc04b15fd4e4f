package dev.postroad.compiler.pattern;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Patterns of all that RE2's syntax has, and texts that they may match, over few characters with many relations. */
record RandomPattern(Random random) {
    private static final List<String> SYMBOLS = List.of(
            "a",
            "b",
            "A",
            "k",
            "K",
            "\u212a",
            "s",
            "\u017f",
            "_",
            "0",
            "7",
            "\n",
            "\t",
            " ",
            "-",
            ":",
            "\u00e9",
            "\u00c9",
            "\u03c3",
            "\u03c2",
            "\u03a3",
            "\u2126",
            "\u0130",
            "\u0131",
            "\u00df",
            "\u1e9e",
            "\u01c5",
            "\ud83d\ude00",
            "\ud801\udc00",
            "\ud801\udc28");
    private static final List<String> HALVES = List.of("\ud83d", "\ude00", "\ud801", "\udc28");
    private static final List<String> SETS = List.of(
            ".",
            "\\d",
            "\\D",
            "\\s",
            "\\S",
            "\\w",
            "\\W",
            "\\pL",
            "\\PL",
            "\\pN",
            "\\p{Lu}",
            "\\P{Ll}",
            "\\p{^Greek}",
            "\\P{^Latin}",
            "\\p{Greek}",
            "\\p{Any}");
    private static final List<String> NAMES = List.of(
            "alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper",
            "word", "xdigit");
    private static final List<String> ESCAPES = List.of(
            "\\x41",
            "\\x{212A}",
            "\\x{1F600}",
            "\\101",
            "\\0",
            "\\060",
            "\\n",
            "\\t",
            "\\-",
            "\\_",
            "\\\\",
            "\\x{00e9}",
            "\\v",
            "\\f",
            "\\a",
            "\\r",
            "\\.",
            "\\x{10FFFF}");
    private static final List<String> BOUNDARIES = List.of("^", "$", "\\A", "\\z", "\\b", "\\B");
    private static final List<String> TIMES =
            List.of("*", "+", "?", "*?", "+?", "??", "{2}", "{0,2}", "{1,}", "{0}", "{2,3}?", "{3,}", "{,2}", "{a}");
    private static final List<String> GROUPS = List.of(
            "(", "(?:", "(?i:", "(?s:", "(?m:", "(?U:", "(?i-s:", "(?-i:", "(?ims:", "(?-m:", "(?P<name>", "(?<other>");
    private static final List<String> FLAGS = List.of("(?i)", "(?m)", "(?s)", "(?U)", "(?-i)", "(?im-s)", "\\Q\\E");
    private static final int DEEPEST = 4;

    String pattern() {
        var pattern = alternatives(0);
        return random.nextInt(5) == 0 ? broken(pattern) : pattern;
    }

    String text() {
        return IntStream.range(0, random.nextInt(8))
                .mapToObj(place -> random.nextInt(20) == 0 ? any(HALVES) : any(SYMBOLS))
                .collect(Collectors.joining());
    }

    private String broken(String pattern) {
        var place = random.nextInt(pattern.length() + 1);
        var end = Math.min(pattern.length(), place + random.nextInt(2));
        var inserted = random.nextBoolean() ? "" : any(List.of("[", "]", "(", ")", "*", "\\", "{", "-", "|", "?", "^"));
        return pattern.substring(0, place) + inserted + pattern.substring(end);
    }

    private String alternatives(int depth) {
        return IntStream.rangeClosed(0, random.nextInt(4) / 2)
                .mapToObj(branch -> sequence(depth))
                .collect(Collectors.joining("|"));
    }

    private String sequence(int depth) {
        return IntStream.range(0, random.nextInt(5))
                .mapToObj(part -> part(depth))
                .collect(Collectors.joining());
    }

    private String part(int depth) {
        var atom = atom(depth);
        return random.nextInt(3) == 0 ? atom + any(TIMES) : atom;
    }

    private String atom(int depth) {
        return switch (random.nextInt(depth < DEEPEST ? 16 : 12)) {
            case 0 -> any(SETS);
            case 1 -> any(ESCAPES);
            case 2 -> any(BOUNDARIES);
            case 3, 4 -> characterClass();
            case 5 -> any(FLAGS);
            case 6 -> "\\Q" + any(SYMBOLS) + any(SYMBOLS) + "\\E";
            case 12, 13, 14, 15 -> any(GROUPS) + alternatives(depth + 1) + ")";
            default -> any(SYMBOLS);
        };
    }

    private String characterClass() {
        var negation = random.nextInt(3) == 0 ? "^" : "";
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(member -> member())
                .collect(Collectors.joining("", "[" + negation, "]"));
    }

    private String member() {
        return switch (random.nextInt(8)) {
            case 0 -> any(SETS);
            case 1 -> any(ESCAPES);
            case 2 -> "[:" + (random.nextBoolean() ? "^" : "") + any(NAMES) + ":]";
            case 3 -> any(List.of("a-z", "0-9", "A-Z", "\u0100-\u0200", "\\x{d800}-\\x{dfff}", "!-~", "\u03a3-\u03c3"));
            case 4 -> any(List.of("-", "^", "]", "[", "&", "a-"));
            default -> any(SYMBOLS);
        };
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

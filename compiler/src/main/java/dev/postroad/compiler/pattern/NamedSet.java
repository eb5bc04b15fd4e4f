package dev.postroad.compiler.pattern;

import dev.postroad.compiler.automaton.CodePoints;
import java.util.List;
import java.util.Optional;

/** Sets of ASCII characters that have a name. */
final class NamedSet {
    /** The letters of Perl's shorthands; in upper case they stand for all others. */
    static final List<String> LETTERS = List.of("d", "s", "w");

    private NamedSet() {}

    static CodePoints letter(String letter) {
        return switch (letter) {
            case "d" -> pairs("09");
            case "s" -> pairs("\t\n\f\r  ");
            default -> pairs("09AZ__az");
        };
    }

    /** The set that {@code [:name:]} stands for. */
    static Optional<CodePoints> inBrackets(String name) {
        return switch (name) {
            case "alnum" -> Optional.of(pairs("09AZaz"));
            case "alpha" -> Optional.of(pairs("AZaz"));
            case "ascii" -> Optional.of(CodePoints.range(0, 0x7F));
            case "blank" -> Optional.of(pairs("\t\t  "));
            case "cntrl" -> Optional.of(CodePoints.range(0, 0x1F).or(CodePoints.of(0x7F)));
            case "digit" -> Optional.of(pairs("09"));
            case "graph" -> Optional.of(pairs("!~"));
            case "lower" -> Optional.of(pairs("az"));
            case "print" -> Optional.of(pairs(" ~"));
            case "punct" -> Optional.of(pairs("!/:@[`{~"));
            case "space" -> Optional.of(pairs("\t\r  "));
            case "upper" -> Optional.of(pairs("AZ"));
            case "word" -> Optional.of(letter("w"));
            case "xdigit" -> Optional.of(pairs("09AFaf"));
            default -> Optional.empty();
        };
    }

    /** Ranges, the first and the last character of each, one after the other. */
    private static CodePoints pairs(String edges) {
        var set = CodePoints.NONE;
        for (var place = 0; place < edges.length(); place += 2) {
            set = set.or(CodePoints.range(edges.charAt(place), edges.charAt(place + 1)));
        }
        return set;
    }
}

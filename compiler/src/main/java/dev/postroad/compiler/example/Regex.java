package dev.postroad.compiler.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A regular expression in RE2's syntax, as far as texts can be made from it: without look-around and references. */
final class Regex {
    private static final int FOR_EVER = -1;

    private final String pattern;
    private int at;

    private Regex(String pattern) {
        this.pattern = pattern;
    }

    /** What a pattern describes; empty if its syntax is not understood here. */
    static Optional<RegexNode> parse(String pattern) {
        try {
            var parser = new Regex(pattern);
            var node = parser.alternatives();
            return parser.at == pattern.length() ? Optional.of(node) : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private RegexNode alternatives() {
        var branches = new ArrayList<RegexNode>();
        do {
            branches.add(sequence());
        } while (skip('|'));
        return branches.size() == 1 ? branches.get(0) : new RegexNode.OneOf(branches);
    }

    private RegexNode sequence() {
        var parts = new ArrayList<RegexNode>();
        while (at < pattern.length() && peek() != '|' && peek() != ')') {
            parts.add(quantified(atom()));
        }
        return new RegexNode.Sequence(parts);
    }

    private RegexNode quantified(RegexNode atom) {
        var node = atom;
        while (at < pattern.length()) {
            var times = times();
            if (times.isEmpty()) {
                return node;
            }
            skip('?');
            node = new RegexNode.Repeat(node, times.get(0), times.get(1) == FOR_EVER ? times.get(0) + 6 : times.get(1));
        }
        return node;
    }

    private List<Integer> times() {
        if (skip('*')) {
            return List.of(0, FOR_EVER);
        }
        if (skip('+')) {
            return List.of(1, FOR_EVER);
        }
        if (skip('?')) {
            return List.of(0, 1);
        }
        if (peek() != '{') {
            return List.of();
        }
        var end = pattern.indexOf('}', at);
        var inside = end < 0 ? "" : pattern.substring(at + 1, end);
        if (!inside.matches("\\d{1,4}(?:,\\d{0,4})?")) {
            throw new IllegalArgumentException("a brace that is no repetition");
        }
        at = end + 1;
        var numbers = inside.split(",", -1);
        var least = Integer.parseInt(numbers[0]);
        if (numbers.length == 1) {
            return List.of(least, least);
        }
        return List.of(least, numbers[1].isEmpty() ? FOR_EVER : Integer.parseInt(numbers[1]));
    }

    private RegexNode atom() {
        var symbol = next();
        return switch (symbol) {
            case '^', '$' -> new RegexNode.Sequence(List.of());
            case '.' -> new RegexNode.OneCharacter(CharacterSet.WORD);
            case '(' -> group();
            case '[' -> new RegexNode.OneCharacter(set());
            case '\\' -> escape();
            case '*', '+', '?' -> throw new IllegalArgumentException("nothing to repeat");
            default -> new RegexNode.OneCharacter(CharacterSet.of(symbol));
        };
    }

    private RegexNode group() {
        if (skip('?')) {
            var head = pattern.substring(at).replaceFirst("(?s)^(P?<[A-Za-z]\\w*>|[imsU]*:).*", "$1");
            if (head.length() == pattern.length() - at && !head.endsWith(":") && !head.endsWith(">")) {
                return flags();
            }
            at += head.length();
        }
        var inside = alternatives();
        if (!skip(')')) {
            throw new IllegalArgumentException("a group that does not end");
        }
        return inside;
    }

    private RegexNode flags() {
        while (next() != ')') {
            if (!"imsU".contains(String.valueOf(pattern.charAt(at - 1)))) {
                throw new IllegalArgumentException("a group of an unknown kind");
            }
        }
        return new RegexNode.Sequence(List.of());
    }

    private RegexNode escape() {
        var symbol = next();
        if ("AzbB".indexOf(symbol) >= 0) {
            return new RegexNode.Sequence(List.of());
        }
        return new RegexNode.OneCharacter(escaped(symbol));
    }

    private CharacterSet escaped(char symbol) {
        if (symbol == 'p' || symbol == 'P') {
            return property(symbol == 'P');
        }
        if (symbol == 'x') {
            var digits = skip('{') ? pattern.substring(at, pattern.indexOf('}', at)) : pattern.substring(at, at + 2);
            at += digits.length() + (pattern.startsWith("}", at + digits.length()) ? 1 : 0);
            return CharacterSet.of((char) Integer.parseInt(digits, 16));
        }
        return CharacterSet.escaped(symbol);
    }

    private CharacterSet property(boolean isNegated) {
        var name = skip('{') ? pattern.substring(at, pattern.indexOf('}', at)) : String.valueOf(next());
        at += pattern.charAt(at - 1) == '{' ? name.length() + 1 : 0;
        var set = CharacterSet.property(name);
        return isNegated ? set.negated() : set;
    }

    private CharacterSet set() {
        var isNegated = skip('^');
        var set = CharacterSet.NONE;
        var isFirst = true;
        while (isFirst || peek() != ']') {
            isFirst = false;
            set = set.and(member());
        }
        at++;
        return isNegated ? set.negated() : set;
    }

    private CharacterSet member() {
        if (pattern.startsWith("[:", at)) {
            var end = pattern.indexOf(":]", at);
            var name = pattern.substring(at + 2, end);
            at = end + 2;
            return CharacterSet.posix(name);
        }
        var symbol = next();
        var low = symbol == '\\' ? escaped(next()) : CharacterSet.of(symbol);
        if (low.isSingle() && peek() == '-' && !pattern.startsWith("-]", at)) {
            at++;
            var last = next();
            var high = last == '\\' ? escaped(next()) : CharacterSet.of(last);
            return CharacterSet.range(low.first(), high.first());
        }
        return low;
    }

    private boolean skip(char symbol) {
        if (at < pattern.length() && pattern.charAt(at) == symbol) {
            at++;
            return true;
        }
        return false;
    }

    private char peek() {
        if (at >= pattern.length()) {
            throw new IllegalArgumentException("the pattern ends too early");
        }
        return pattern.charAt(at);
    }

    private char next() {
        var symbol = peek();
        at++;
        return symbol;
    }
}

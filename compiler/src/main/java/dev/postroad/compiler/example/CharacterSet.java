package dev.postroad.compiler.example;

import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Characters of Unicode's basic plane. Where letters, digits or printable ASCII are among them, only those are picked.
 */
record CharacterSet(BitSet characters) {
    private static final int ALL = 0xD800;

    static final CharacterSet NONE = new CharacterSet(new BitSet());
    static final CharacterSet WORD = where(CharacterSet::isWord);

    private static boolean isWord(int symbol) {
        return symbol < 128 && Character.isLetterOrDigit(symbol) || symbol == '_';
    }

    static CharacterSet of(char symbol) {
        return range(symbol, symbol);
    }

    static CharacterSet range(char first, char last) {
        if (last < first) {
            throw new IllegalArgumentException("a range that ends before it begins");
        }
        var set = new BitSet();
        set.set(first, last + 1);
        return new CharacterSet(set);
    }

    private static CharacterSet where(IntPredicate isMember) {
        var set = new BitSet();
        IntStream.range(0, ALL).filter(isMember).forEach(set::set);
        return new CharacterSet(set);
    }

    /** What a letter or sign behind a backslash stands for. */
    static CharacterSet escaped(char symbol) {
        return switch (symbol) {
            case 'd' -> range('0', '9');
            case 'D' -> range('0', '9').negated();
            case 'w' -> WORD;
            case 'W' -> WORD.negated();
            case 's' -> posix("space");
            case 'S' -> posix("space").negated();
            case 't' -> of('\t');
            case 'n' -> of('\n');
            case 'r' -> of('\r');
            case 'f' -> of('\f');
            case 'v' -> of('\u000b');
            case 'a' -> of('\u0007');
            default -> {
                if (isWord(symbol)) {
                    throw new IllegalArgumentException("an unknown escape");
                }
                yield of(symbol);
            }
        };
    }

    static CharacterSet posix(String name) {
        return switch (name) {
            case "alpha" -> range('A', 'Z').and(range('a', 'z'));
            case "digit" -> range('0', '9');
            case "alnum" -> posix("alpha").and(posix("digit"));
            case "upper" -> range('A', 'Z');
            case "lower" -> range('a', 'z');
            case "word" -> WORD;
            case "xdigit" -> range('0', '9').and(range('A', 'F')).and(range('a', 'f'));
            case "space" -> of(' ').and(range('\t', '\r'));
            case "punct" ->
                range('!', '/').and(range(':', '@')).and(range('[', '`')).and(range('{', '~'));
            case "print" -> range(' ', '~');
            case "graph" -> range('!', '~');
            default -> throw new IllegalArgumentException("an unknown class");
        };
    }

    /** A general category of Unicode. */
    static CharacterSet property(String name) {
        return switch (name) {
            case "L" -> where(Character::isLetter);
            case "Lu" -> where(Character::isUpperCase);
            case "Ll" -> where(Character::isLowerCase);
            case "N", "Nd" -> where(Character::isDigit);
            case "Latin" -> posix("alpha");
            default -> throw new IllegalArgumentException("an unknown property");
        };
    }

    CharacterSet and(CharacterSet other) {
        var both = (BitSet) characters.clone();
        both.or(other.characters);
        return new CharacterSet(both);
    }

    CharacterSet negated() {
        var rest = (BitSet) characters.clone();
        rest.flip(0, ALL);
        return new CharacterSet(rest);
    }

    boolean isEmpty() {
        return characters.isEmpty();
    }

    boolean isSingle() {
        return characters.cardinality() == 1;
    }

    char first() {
        return (char) characters.nextSetBit(0);
    }

    char pick(Choice choice) {
        var pool = pool(CharacterSet::isWord);
        if (pool.isEmpty()) {
            pool = pool(symbol -> symbol >= ' ' && symbol <= '~');
        }
        if (pool.isEmpty()) {
            pool = characters;
        }
        var nth = choice.below(pool.cardinality());
        return (char) pool.stream().skip(nth).findFirst().orElseThrow();
    }

    private BitSet pool(IntPredicate isLiked) {
        var liked = new BitSet();
        characters.stream()
                .filter(symbol -> symbol < 128 && isLiked.test(symbol))
                .forEach(liked::set);
        return liked;
    }
}

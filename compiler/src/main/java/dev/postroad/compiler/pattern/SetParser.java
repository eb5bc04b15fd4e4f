package dev.postroad.compiler.pattern;

import dev.postroad.compiler.automaton.CodePoints;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

/** Reads what stands for one code point of several: classes, properties, shorthands such as {@code \d}; and escapes. */
record SetParser(Cursor cursor, boolean folds) {
    /** A class, behind its opening bracket. */
    CodePoints inBrackets() {
        var isNegated = cursor.skip("^");
        var members = new ArrayList<CodePoints>();
        do {
            members.add(member());
        } while (!cursor.skip("]"));
        var set = CodePoints.union(members);
        return isNegated ? set.complement() : set;
    }

    private CodePoints member() {
        if (cursor.at("[:")) {
            var begin = cursor.place();
            var name = cursor.until(":]");
            if (name.isPresent()) {
                return group(name.get().replaceFirst("\\[:?", ""));
            }
            cursor.back(begin);
        }
        return shorthand().orElseGet(this::range);
    }

    private CodePoints range() {
        var first = symbol();
        var begin = cursor.place();
        if (!cursor.skip("-") || cursor.at("]")) {
            cursor.back(begin);
            return folded(first, first);
        }
        var last = symbol();
        if (last < first) {
            throw new NotUnderstoodException("a range of a class ends before it begins");
        }
        return folded(first, last);
    }

    private CodePoints folded(int first, int last) {
        return folds ? Library.folded(new CodePoints.Range(first, last)) : CodePoints.range(first, last);
    }

    private CodePoints group(String name) {
        var isNegated = name.startsWith("^");
        var set = NamedSet.inBrackets(isNegated ? name.substring(1) : name)
                .orElseThrow(() -> new NotUnderstoodException("there is no class [:%s:]".formatted(name)));
        return signed(set, isNegated);
    }

    private CodePoints signed(CodePoints set, boolean isNegated) {
        var members = folds
                ? CodePoints.union(set.ranges().stream().map(Library::folded).toList())
                : set;
        return isNegated ? members.complement() : members;
    }

    /** A backslash and a letter that stand for a set; empty, and nothing is read, if they do not come next. */
    Optional<CodePoints> shorthand() {
        if (cursor.skip("\\p")) {
            return Optional.of(property(false));
        }
        if (cursor.skip("\\P")) {
            return Optional.of(property(true));
        }
        for (var letter : NamedSet.LETTERS) {
            if (cursor.skip("\\" + letter)) {
                return Optional.of(signed(NamedSet.letter(letter), false));
            }
            if (cursor.skip("\\" + letter.toUpperCase(Locale.ROOT))) {
                return Optional.of(signed(NamedSet.letter(letter), true));
            }
        }
        return Optional.empty();
    }

    private CodePoints property(boolean isNegated) {
        var name = cursor.skip("{")
                ? cursor.until("}").orElseThrow(() -> new NotUnderstoodException("it has a property without an end"))
                : Character.toString(cursor.next());
        var isTurned = name.startsWith("^");
        var set = Library.property(isTurned ? name.substring(1) : name, folds);
        return isNegated != isTurned ? set.complement() : set;
    }

    /** One code point, as itself or escaped. */
    int symbol() {
        if (!cursor.skip("\\")) {
            return cursor.next();
        }
        if (cursor.skip("x")) {
            return hexadecimal();
        }
        var symbol = cursor.next();
        return switch (symbol) {
            case 'a' -> '\u0007';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> '\u000b';
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(symbol - '0');
            default -> {
                if (symbol < 128 && Character.isLetterOrDigit(symbol)) {
                    throw new NotUnderstoodException("it has an unknown escape \\" + Character.toString(symbol));
                }
                yield symbol;
            }
        };
    }

    private int octal(int first) {
        return Integer.parseInt(first + cursor.run("01234567", 2), 8);
    }

    private int hexadecimal() {
        var digits = cursor.skip("{")
                ? cursor.until("}").orElse("")
                : Character.toString(cursor.next()) + Character.toString(cursor.next());
        var value = digits.matches("0*[0-9A-Fa-f]{1,6}") ? Integer.parseInt(digits, 16) : -1;
        if (!Character.isValidCodePoint(value)) {
            throw new NotUnderstoodException("no code point stands behind \\x");
        }
        return value;
    }
}

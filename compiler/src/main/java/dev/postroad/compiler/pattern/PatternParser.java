package dev.postroad.compiler.pattern;

import dev.postroad.compiler.automaton.Boundary;
import dev.postroad.compiler.automaton.CodePoints;
import dev.postroad.compiler.pattern.PatternNode.Repetition;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads RE2's syntax as its Java library does. Some mistakes go unnoticed here, such as a repetition of a repetition:
 * the library has the last word on what is a pattern.
 */
final class PatternParser {
    private static final int DEEPEST = 200;
    private static final Pattern TIMES = Pattern.compile("(0|[1-9][0-9]{0,7})(,(0|[1-9][0-9]{0,7})?)?");
    private static final Pattern FLAGS = Pattern.compile("([imsU]*)(?:-([imsU]+))?");

    private final Cursor cursor;
    private Flags flags = new Flags(false, false, false);
    private int depth;

    private record Flags(boolean folds, boolean byLine, boolean dotIsAll) {
        Flags with(String letters, boolean isOn) {
            return new Flags(
                    letters.contains("i") ? isOn : folds,
                    letters.contains("m") ? isOn : byLine,
                    letters.contains("s") ? isOn : dotIsAll);
        }
    }

    private PatternParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /**
     * What a pattern describes.
     *
     * @throws NotUnderstoodException if that cannot be told
     */
    static PatternNode parse(String pattern) {
        var parser = new PatternParser(new Cursor(pattern));
        var node = parser.alternatives();
        if (parser.cursor.more()) {
            throw new NotUnderstoodException("it has a ')' without a '('");
        }
        return node;
    }

    private PatternNode alternatives() {
        var branches = new ArrayList<PatternNode>();
        do {
            branches.add(sequence());
        } while (cursor.skip("|"));
        return branches.size() == 1 ? branches.get(0) : new PatternNode.Alternatives(branches);
    }

    private PatternNode sequence() {
        var parts = new ArrayList<PatternNode>();
        while (cursor.more() && !cursor.at("|") && !cursor.at(")")) {
            read(parts);
        }
        return new PatternNode.Sequence(parts);
    }

    private void read(List<PatternNode> parts) {
        if (cursor.skip("*")) {
            repeat(parts, 0, Repetition.WITHOUT_END);
        } else if (cursor.skip("+")) {
            repeat(parts, 1, Repetition.WITHOUT_END);
        } else if (cursor.skip("?")) {
            repeat(parts, 0, 1);
        } else if (cursor.skip("{")) {
            counted(parts);
        } else if (cursor.skip("(?")) {
            special(parts);
        } else if (cursor.skip("(")) {
            parts.add(group(flags));
        } else if (cursor.skip("\\Q")) {
            var literals = cursor.until("\\E").orElseGet(cursor::rest);
            literals.codePoints().forEach(point -> parts.add(literal(point)));
        } else {
            parts.add(atom());
        }
    }

    private void counted(List<PatternNode> parts) {
        var begin = cursor.place();
        var inside = TIMES.matcher(cursor.until("}").orElse(""));
        if (!inside.matches()) {
            cursor.back(begin);
            parts.add(literal('{'));
            return;
        }
        var least = Integer.parseInt(inside.group(1));
        var most = inside.group(3) != null
                ? Integer.parseInt(inside.group(3))
                : inside.group(2) != null ? Repetition.WITHOUT_END : least;
        if (most < least) {
            throw new NotUnderstoodException("it repeats at least %d and at most %d times".formatted(least, most));
        }
        repeat(parts, least, most);
    }

    /** Flags and empty quotations are no parts: what stands before them is repeated. */
    private void repeat(List<PatternNode> parts, int least, int most) {
        cursor.skip("?");
        if (parts.isEmpty()) {
            throw new NotUnderstoodException("it has nothing to repeat");
        }
        var last = parts.size() - 1;
        parts.set(last, new Repetition(parts.get(last), least, most));
    }

    /** A group with a name or flags, or flags for the rest of the group around. */
    private void special(List<PatternNode> parts) {
        if (cursor.skip("P<") || cursor.skip("<")) {
            if (cursor.until(">").isEmpty()) {
                throw new NotUnderstoodException("it has a name without an end");
            }
            parts.add(group(flags));
            return;
        }
        var changed = changed(cursor.run("imsU-", Integer.MAX_VALUE));
        if (cursor.skip(":")) {
            parts.add(group(changed));
        } else if (cursor.skip(")")) {
            flags = changed;
        } else {
            throw new NotUnderstoodException("it has a group of an unknown kind");
        }
    }

    private Flags changed(String letters) {
        var parts = FLAGS.matcher(letters);
        if (!parts.matches()) {
            throw new NotUnderstoodException("'%s' are no flags".formatted(letters));
        }
        var on = flags.with(parts.group(1), true);
        return parts.group(2) == null ? on : on.with(parts.group(2), false);
    }

    private PatternNode group(Flags within) {
        if (++depth > DEEPEST) {
            throw NotUnderstoodException.endless("its groups are nested more than %d deep".formatted(DEEPEST));
        }
        var around = flags;
        flags = within;
        var inside = alternatives();
        flags = around;
        depth--;
        if (!cursor.skip(")")) {
            throw new NotUnderstoodException("it has a '(' without a ')'");
        }
        return inside;
    }

    private PatternNode atom() {
        if (cursor.skip("^")) {
            return new PatternNode.At(flags.byLine() ? Boundary.LINE_BEGIN : Boundary.TEXT_BEGIN);
        }
        if (cursor.skip("$")) {
            return new PatternNode.At(flags.byLine() ? Boundary.LINE_END : Boundary.TEXT_END);
        }
        if (cursor.skip("\\A")) {
            return new PatternNode.At(Boundary.TEXT_BEGIN);
        }
        if (cursor.skip("\\z")) {
            return new PatternNode.At(Boundary.TEXT_END);
        }
        if (cursor.skip("\\b")) {
            return new PatternNode.At(Boundary.WORD);
        }
        if (cursor.skip("\\B")) {
            return new PatternNode.At(Boundary.NO_WORD);
        }
        if (cursor.skip(".")) {
            return character(
                    flags.dotIsAll() ? CodePoints.ALL : CodePoints.of('\n').complement());
        }
        var sets = new SetParser(cursor, flags.folds());
        if (cursor.skip("[")) {
            return character(sets.inBrackets());
        }
        return sets.shorthand().map(PatternParser::character).orElseGet(() -> literal(sets.symbol()));
    }

    private PatternNode literal(int codePoint) {
        return character(flags.folds() ? Library.folded(codePoint) : CodePoints.of(codePoint));
    }

    /** The library looks for a surrogate that a pattern begins with in the middle of pairs too, but not always. */
    private static PatternNode character(CodePoints set) {
        if (set.count() == 1 && Character.getType(set.ranges().get(0).first()) == Character.SURROGATE) {
            throw new NotUnderstoodException("it asks for half a character, an unpaired surrogate");
        }
        return new PatternNode.Character(set);
    }
}

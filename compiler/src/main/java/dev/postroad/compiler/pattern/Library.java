package dev.postroad.compiler.pattern;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.postroad.compiler.automaton.CodePoints;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** What RE2's Java library is asked. */
final class Library {
    /** In classes the library folds only code points from the first to the last of these. */
    private static final int FIRST_FOLDED = 0x41;

    private static final int LAST_FOLDED = 0x1044F;
    /**
     * Cyrillic letters that came with Unicode 9. The library follows case mappings until it is back where it began;
     * from these, Java's mappings lead into a circle that does not come back.
     */
    private static final CodePoints ENDLESS = CodePoints.range(0x1C80, 0x1C88);

    private static final int[] ALL =
            IntStream.rangeClosed(0, Character.MAX_CODE_POINT).toArray();
    private static final int[] CASED = IntStream.of(ALL)
            .filter(Library::isCased)
            .flatMap(point -> IntStream.of(point, Character.toLowerCase(point), Character.toUpperCase(point)))
            .distinct()
            .toArray();
    private static final Map<String, CodePoints> PROPERTIES = new ConcurrentHashMap<>();

    private Library() {}

    private static boolean isCased(int codePoint) {
        return Character.toLowerCase(codePoint) != codePoint || Character.toUpperCase(codePoint) != codePoint;
    }

    /** Why the library does not take a pattern; empty if it does. */
    static Optional<String> refusal(String pattern) {
        try {
            Pattern.compile(pattern);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The code points that have a property.
     *
     * @param name as between braces, without a sign of negation
     */
    static CodePoints property(String name, boolean folds) {
        var pattern = "(?%s:\\p{%s})".formatted(folds ? "i" : "", name);
        if (refusal(pattern).isPresent()) {
            throw new NotUnderstoodException("there is no property '%s'".formatted(name));
        }
        return PROPERTIES.computeIfAbsent(pattern, asked -> matched(asked, ALL));
    }

    /** The range of a class and what folds into it. */
    static CodePoints folded(CodePoints.Range range) {
        if (FIRST_FOLDED < range.first() || range.last() < LAST_FOLDED) {
            refuseEndless(range);
        }
        // The last code point keeps a class of one letter, or of two that fold, from becoming a literal.
        var pattern = "(?i:[%s-%s%s])"
                .formatted(escape(range.first()), escape(range.last()), escape(Character.MAX_CODE_POINT));
        return matched(pattern, CASED).or(CodePoints.range(range.first(), range.last()));
    }

    /** A literal and what folds into it. */
    static CodePoints folded(int literal) {
        refuseEndless(new CodePoints.Range(literal, literal));
        if (literal > LAST_FOLDED && isCased(literal)) {
            throw new NotUnderstoodException(
                    "whether U+%04X folds depends on what stands beside it".formatted(literal));
        }
        return matched("(?i:%s)".formatted(escape(literal)), CASED).or(CodePoints.of(literal));
    }

    private static void refuseEndless(CodePoints.Range range) {
        var endless = ENDLESS.ranges().get(0);
        if (range.first() <= endless.last() && endless.first() <= range.last()) {
            throw NotUnderstoodException.endless(
                    "RE2's Java library does not come to an end when it folds the cases of U+1C80 to U+1C88");
        }
    }

    private static CodePoints matched(String pattern, int[] candidates) {
        var asked = Pattern.compile(pattern);
        return CodePoints.union(IntStream.of(candidates)
                .filter(point -> asked.matches(Character.toString(point)))
                .mapToObj(CodePoints::of)
                .toList());
    }

    private static String escape(int codePoint) {
        return "\\x{%x}".formatted(codePoint);
    }
}

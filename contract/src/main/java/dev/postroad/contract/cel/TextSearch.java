package dev.postroad.contract.cel;

import java.util.Arrays;

/** Finds parts of texts, and cuts them out. Places are counted in code points from 0. */
public final class TextSearch {
    private TextSearch() {}

    /** The character at a place; an empty text just behind the last one. */
    @Overload("string_char_at_int")
    public static String charAt(String text, long index) throws EvaluationException {
        var points = points(text);
        requirePlace(index, points.length);
        return index == points.length ? "" : slice(points, (int) index, (int) index + 1);
    }

    /** Where the part is found first, or -1. */
    @Overload("string_index_of_string")
    public static long indexOf(String text, String part) throws EvaluationException {
        return indexOf(text, part, 0);
    }

    /** Where the part is found first from a place on, or -1; an empty part right there, wherever it is. */
    @Overload("string_index_of_string_int")
    public static long indexOf(String text, String part, long from) throws EvaluationException {
        var start = place(from);
        if (part.isEmpty()) {
            return start;
        }
        var points = points(text);
        requirePlace(start, points.length - 1);
        return find(points, points(part), start);
    }

    /** Where the part is found last, or -1. */
    @Overload("string_last_index_of_string")
    public static long lastIndexOf(String text, String part) throws EvaluationException {
        var points = points(text);
        var wanted = points(part);
        if (wanted.length == 0) {
            return points.length;
        }
        return wanted.length > points.length ? -1 : findLast(points, wanted, points.length - wanted.length);
    }

    /** Where the part is found last, at a place or before it, or -1; an empty part right there, wherever it is. */
    @Overload("string_last_index_of_string_int")
    public static long lastIndexOf(String text, String part, long from) throws EvaluationException {
        if (part.isEmpty()) {
            return from;
        }
        var points = points(text);
        var wanted = points(part);
        requirePlace(from, points.length - 1);
        return findLast(points, wanted, (int) Math.min(from, points.length - wanted.length));
    }

    /** What stands from a place on. */
    @Overload("string_substring_int")
    public static String substring(String text, long from) throws EvaluationException {
        var points = points(text);
        requirePlace(from, points.length);
        return slice(points, (int) from, points.length);
    }

    /** What stands from a place on and before another. */
    @Overload("string_substring_int_int")
    public static String substring(String text, long from, long to) throws EvaluationException {
        var points = points(text);
        requirePlace(to, points.length);
        requirePlace(from, (int) to);
        return slice(points, (int) from, (int) to);
    }

    static int[] points(String text) {
        return text.codePoints().toArray();
    }

    static String slice(int[] points, int from, int to) {
        return new String(points, from, to - from);
    }

    static int find(int[] points, int[] part, int from) {
        for (var i = from; i <= points.length - part.length; i++) {
            if (holds(points, i, part)) {
                return i;
            }
        }
        return -1;
    }

    private static int findLast(int[] points, int[] part, int from) {
        for (var i = from; i >= 0; i--) {
            if (holds(points, i, part)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean holds(int[] points, int place, int[] part) {
        return Arrays.equals(points, place, place + part.length, part, 0, part.length);
    }

    /** A number that fits into 32 bits. */
    static int place(long place) throws EvaluationException {
        if (place != (int) place) {
            throw new EvaluationException("the number does not fit into 32 bits");
        }
        return (int) place;
    }

    private static void requirePlace(long place, int last) {
        if (place < 0 || place > last) {
            throw new EvaluationException("there is no place %d in the text".formatted(place));
        }
    }
}

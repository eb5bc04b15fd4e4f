package dev.postroad.contract.cel;

import java.util.ArrayList;
import java.util.List;

/** Texts made of other texts. */
public final class TextEditing {
    private static final String BLANKS = "\t\n\u000b\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005"
            + "\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000";

    private TextEditing() {}

    /** The text with A to Z as small letters. */
    @Overload("string_lower_ascii")
    public static String lowerAscii(String text) {
        return mapped(text, 'A', 'Z', 'a' - 'A');
    }

    /** The text with a to z as capital letters. */
    @Overload("string_upper_ascii")
    public static String upperAscii(String text) {
        return mapped(text, 'a', 'z', 'A' - 'a');
    }

    private static String mapped(String text, char first, char last, int distance) {
        var characters = text.toCharArray();
        for (var i = 0; i < characters.length; i++) {
            if (characters[i] >= first && characters[i] <= last) {
                characters[i] += (char) distance;
            }
        }
        return new String(characters);
    }

    /** The text without white space (Unicode's White_Space) at its ends. */
    @Overload("string_trim")
    public static String trim(String text) {
        var from = 0;
        var to = text.length();
        while (from < to && BLANKS.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && BLANKS.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    @Overload("string_reverse")
    public static String reverse(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    @Overload("list_join")
    public static String join(List<String> texts) {
        return String.join("", texts);
    }

    @Overload("list_join_string")
    public static String join(List<String> texts, String separator) {
        return String.join(separator, texts);
    }

    /** The text with each occurrence of a part replaced. */
    @Overload("string_replace_string_string")
    public static String replace(String text, String part, String replacement) {
        return replaced(text, part, replacement, -1);
    }

    /** The text with the first occurrences of a part replaced, all of them for a negative number. */
    @Overload("string_replace_string_string_int")
    public static String replace(String text, String part, String replacement, long most) throws EvaluationException {
        return replaced(text, part, replacement, TextSearch.place(most));
    }

    private static String replaced(String text, String part, String replacement, int most) {
        if (most == 0 || part.equals(replacement)) {
            return text;
        }
        if (text.isEmpty()) {
            return part.isEmpty() ? replacement : "";
        }
        var points = TextSearch.points(text);
        var wanted = TextSearch.points(part);
        var result = new StringBuilder();
        var copied = 0;
        var found = TextSearch.find(points, wanted, 0);
        for (var left = most; found >= 0 && left != 0; left--) {
            result.append(TextSearch.slice(points, copied, found)).append(replacement);
            copied = found + wanted.length;
            found = TextSearch.find(points, wanted, found + Math.max(wanted.length, 1));
        }
        return result.append(TextSearch.slice(points, copied, points.length)).toString();
    }

    /** What stands between the separators; for an empty one, each character. */
    @Overload("string_split_string")
    public static List<String> split(String text, String separator) {
        return parts(text, separator, Integer.MAX_VALUE);
    }

    /**
     * As {@link #split(String, String)}, into so many parts at most, the last of which holds what is left. A negative
     * number stands for the length of the text.
     */
    @Overload("string_split_string_int")
    public static List<String> split(String text, String separator, long most) throws EvaluationException {
        var limit = TextSearch.place(most);
        if (limit == 0 || limit == 1) {
            return limit == 0 ? List.of() : List.of(text);
        }
        var parts = limit < 0 ? text.length() : limit;
        if (parts == 0 && !separator.isEmpty()) {
            throw new EvaluationException("an empty text is not split");
        }
        return parts(text, separator, parts);
    }

    private static List<String> parts(String text, String separator, int most) {
        var points = TextSearch.points(text);
        var wanted = TextSearch.points(separator);
        var parts = new ArrayList<String>();
        var from = 0;
        while (parts.size() < most - 1) {
            var end = wanted.length > 0 ? TextSearch.find(points, wanted, from) : from + 1;
            if (end < 0 || end > points.length) {
                break;
            }
            parts.add(TextSearch.slice(points, from, end));
            from = end + wanted.length;
        }
        if (wanted.length > 0 || from < points.length) {
            parts.add(TextSearch.slice(points, from, points.length));
        }
        return parts;
    }
}

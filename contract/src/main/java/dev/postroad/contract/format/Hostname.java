package dev.postroad.contract.format;

/**
 * A host name: labels as in RFC 1034, section 3.5, the last one not of digits only (RFC 1123, section 2.1), at most 253
 * characters in all. One dot may end it; the dot counts.
 */
public final class Hostname {
    private static final int LONGEST = 253;

    private Hostname() {}

    /** Whether the text is a host name. */
    public static boolean matches(String text) {
        return matches(text, 0, text.length());
    }

    static boolean matches(String text, int from, int to) {
        if (to - from > LONGEST || from == to) {
            return false;
        }
        var last = text.charAt(to - 1) == '.' ? to - 1 : to;
        var start = from;
        var end = DomainLabel.end(text, start, last);
        while (end >= 0 && end < last && text.charAt(end) == '.') {
            start = end + 1;
            end = DomainLabel.end(text, start, last);
        }
        return end == last && CharacterSet.DIGIT.endOfRun(text, start, last) < last;
    }
}

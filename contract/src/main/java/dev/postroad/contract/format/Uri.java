package dev.postroad.contract.format;

/**
 * A URI or a reference to one (RFC 3986, appendix A), with zones in IPv6 literals (RFC 6874).
 *
 * <p>As protovalidate reads them: an IPv6 literal has no dotted form; and where a URI ends wrongly in its query or
 * fragment, {@link #matchesReference} tries the rest behind {@code ?} or {@code #} as a relative reference.
 */
public final class Uri {
    private static final int NONE = -1;
    private static final CharacterSet SCHEME = CharacterSet.LETTER_OR_DIGIT.with(CharacterSet.of("+-."));

    private Uri() {}

    /** Whether the text is a URI: {@code scheme ":" hier-part [ "?" query ] [ "#" fragment ]}. */
    public static boolean matches(String text) {
        var end = absolutePart(text);
        return end != NONE && endOfSuffix(text, end) == text.length();
    }

    /** Whether the text is a URI or a relative reference. */
    public static boolean matchesReference(String text) {
        var length = text.length();
        var end = absolutePart(text);
        if (end == NONE) {
            return isRelative(text, 0);
        }
        var suffix = endOfSuffix(text, end);
        return suffix == length || isRelative(text, wrongSuffix(text, end));
    }

    /** Where {@code scheme ":" hier-part} ends, or -1. */
    private static int absolutePart(String text) {
        var colon = SCHEME.endOfRun(text, 0, text.length());
        if (colon == 0 || colon == text.length() || text.charAt(colon) != ':' || !isLetter(text.charAt(0))) {
            return NONE;
        }
        return hierarchical(text, colon + 1, UriPart.PATH);
    }

    private static boolean isRelative(String text, int from) {
        var end = hierarchical(text, from, UriPart.FIRST_RELATIVE_SEGMENT);
        return end != NONE && endOfSuffix(text, end) == text.length();
    }

    /** Where authority and path end, or -1 if neither query, fragment nor end follow. */
    private static int hierarchical(String text, int from, CharacterSet firstSegment) {
        var i = from;
        if (text.startsWith("//", from)) {
            i = UriAuthority.end(text, from + 2);
            if (i == NONE) {
                return NONE;
            }
        } else if (!text.startsWith("/", from)) {
            i = UriPart.end(text, from, firstSegment);
            if (i < text.length() && text.charAt(i) != '/' && text.charAt(i) != '?' && text.charAt(i) != '#') {
                return NONE;
            }
        }
        var end = UriPart.end(text, i, UriPart.PATH);
        return end == text.length() || text.charAt(end) == '?' || text.charAt(end) == '#' ? end : NONE;
    }

    /** Where query and fragment that begin at {@code from} end; the length of the text if they are right. */
    private static int endOfSuffix(String text, int from) {
        var i = from;
        if (i < text.length() && text.charAt(i) == '?') {
            i = UriPart.end(text, i + 1, UriPart.QUERY);
        }
        if (i < text.length() && text.charAt(i) == '#') {
            i = UriPart.end(text, i + 1, UriPart.QUERY);
        }
        return i;
    }

    /** Where the query begins if it is wrong, else where the fragment begins. */
    private static int wrongSuffix(String text, int from) {
        if (text.charAt(from) == '#') {
            return from + 1;
        }
        var end = UriPart.end(text, from + 1, UriPart.QUERY);
        return text.charAt(end) == '#' ? end + 1 : from + 1;
    }

    private static boolean isLetter(char c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }
}

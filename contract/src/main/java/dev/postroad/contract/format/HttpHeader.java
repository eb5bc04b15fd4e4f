package dev.postroad.contract.format;

/** The parts of a header of HTTP. */
public final class HttpHeader {
    private static final CharacterSet NAME = CharacterSet.LETTER_OR_DIGIT.with(CharacterSet.of("!#$%&'*+.-^_|~`"));
    private static final char DELETE = 0x7f;

    private HttpHeader() {}

    /** Whether the text is a name (RFC 9110, section 5.1), or one of HTTP/2's with a colon before it. */
    public static boolean isName(String text) {
        var from = text.startsWith(":") ? 1 : 0;
        return text.length() > from && NAME.endOfRun(text, from, text.length()) == text.length();
    }

    /** Whether the text is a value (RFC 9110, section 5.5): no control characters but tabs. */
    public static boolean isValue(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < ' ' && c != '\t' || c == DELETE) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text is a name or value that does no harm: not empty, without zeros and ends of lines. */
    public static boolean isHarmless(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == 0 || c == '\n' || c == '\r') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}

package dev.postroad.contract.cel;

/** A text as CEL writes it. */
public final class Quoting {
    private static final String ESCAPED = "\u0007\b\f\n\r\t\u000b\\\"";
    private static final String LETTERS = "abfnrtv\\\"";
    private static final char REPLACEMENT = '\ufffd';

    private Quoting() {}

    /** The text in double quotes, with escapes; a surrogate without its other half is replaced. */
    @Overload("strings_quote")
    public static String quote(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            var escape = ESCAPED.indexOf(point);
            if (escape >= 0) {
                quoted.append('\\').append(LETTERS.charAt(escape));
            } else if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                quoted.append(REPLACEMENT);
            } else {
                quoted.appendCodePoint(point);
            }
        });
        return quoted.append('"').toString();
    }
}

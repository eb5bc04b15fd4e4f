package dev.postroad.compiler.source;

import java.util.ArrayList;

/** Text as Java's literals have it. */
final class JavaText {
    private static final int PRINTABLE_FROM = 0x20;
    private static final int PRINTABLE_TO = 0x7e;
    /** A literal has at most 65,535 bytes. */
    private static final int LONGEST = 10_000;

    private JavaText() {}

    /** An expression in ASCII whose value is a text. */
    static String of(String text) {
        if (text.length() <= LONGEST) {
            return literal(text, 0, text.length());
        }
        var parts = new ArrayList<String>();
        for (var from = 0; from < text.length(); from += LONGEST) {
            parts.add(literal(text, from, Math.min(text.length(), from + LONGEST)));
        }
        return "String.join(\"\", %s)".formatted(String.join(", ", parts));
    }

    private static String literal(String text, int from, int to) {
        var result = new StringBuilder("\"");
        for (var i = from; i < to; i++) {
            var c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> result.append('\\').append(c);
                case '\n' -> result.append("\\n");
                case '\r' -> result.append("\\r");
                default ->
                    result.append(
                            c >= PRINTABLE_FROM && c <= PRINTABLE_TO
                                    ? String.valueOf(c)
                                    : "\\u%04x".formatted((int) c));
            }
        }
        return result.append('"').toString();
    }
}

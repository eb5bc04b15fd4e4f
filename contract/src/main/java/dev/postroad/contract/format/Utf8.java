package dev.postroad.contract.format;

/** Percent-encoded text that must be UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF. */
final class Utf8 {
    private Utf8() {}

    /** Whether the percent-encoded octets in a well-formed part of a URI, read among its ASCII, are UTF-8. */
    static boolean isEncoded(String text, int from, int to) {
        var i = from;
        while (i < to) {
            if (text.charAt(i) != '%') {
                i++;
                continue;
            }
            var length = sequenceLength(octet(text, i, to), octet(text, i + 3, to));
            for (var next = 1; next < length; next++) {
                if ((octet(text, i + 3 * next, to) & 0x1C0) != 0x80) {
                    return false;
                }
            }
            if (length == 0) {
                return false;
            }
            i += 3 * length;
        }
        return true;
    }

    /** The octet whose percent sign is at {@code i}, or 256 if there is none. */
    private static int octet(String text, int i, int to) {
        return i < to && text.charAt(i) == '%'
                ? CharacterSet.hexValue(text.charAt(i + 1)) << 4 | CharacterSet.hexValue(text.charAt(i + 2))
                : 256;
    }

    /** How many octets belong together (RFC 3629, section 4), or 0 if the first two cannot begin any. */
    private static int sequenceLength(int first, int second) {
        if (first < 0x80) {
            return 1;
        }
        if (first < 0xE0) {
            return first >= 0xC2 ? 2 : 0;
        }
        if (first < 0xF0) {
            return second >= (first == 0xE0 ? 0xA0 : 0x80) && second <= (first == 0xED ? 0x9F : 0xBF) ? 3 : 0;
        }
        return first <= 0xF4 && second >= (first == 0xF0 ? 0x90 : 0x80) && second <= (first == 0xF4 ? 0x8F : 0xBF)
                ? 4
                : 0;
    }
}

package dev.postroad.contract.format;

/** An IPv4 address in dotted decimal notation, without leading zeros (RFC 3986, section 3.2.2, {@code IPv4address}). */
public final class Ipv4Address {
    private static final int BITS = 32;
    private static final int INVALID = -1;

    private Ipv4Address() {}

    /** Whether the text is an address. */
    public static boolean matches(String text) {
        return matches(text, 0, text.length());
    }

    /**
     * Whether the text is an address, a slash, and the length of a prefix in bits (RFC 4632, section 3.1).
     *
     * @param strict whether the bits behind the prefix must be zero
     */
    public static boolean matchesPrefix(String text, boolean strict) {
        var slash = text.indexOf('/');
        if (slash < 0) {
            return false;
        }
        var address = value(text, 0, slash);
        var prefix = Decimal.value(text, slash + 1, text.length(), BITS);
        return address != INVALID
                && prefix != INVALID
                && (!strict || Long.numberOfTrailingZeros(address | 1L << BITS) >= BITS - prefix);
    }

    static boolean matches(String text, int from, int to) {
        return value(text, from, to) != INVALID;
    }

    /** The 32 bits of the address, or -1. */
    static long value(String text, int from, int to) {
        var bits = 0L;
        var i = from;
        for (var octet = 0; octet < 4; octet++) {
            var end = octet == 3 ? to : text.indexOf('.', i);
            if (end < 0 || end > to) {
                return INVALID;
            }
            var value = Decimal.value(text, i, end, 255);
            if (value == INVALID) {
                return INVALID;
            }
            bits = bits << 8 | value;
            i = end + 1;
        }
        return bits;
    }
}

package dev.postroad.contract.format;

/**
 * An IPv6 address in text (RFC 4291, section 2.2), optionally with a zone (RFC 4007, section 11: any characters).
 *
 * <p>As protovalidate reads it: a lone colon may stand before the slash or the zone, the dotted form takes no zone, and
 * with {@code ::} it may follow any number of pieces.
 */
public final class Ipv6Address {
    private static final int BITS = 128;
    private static final int INVALID = -1;

    private Ipv6Address() {}

    /** Whether the text is an address. */
    public static boolean matches(String text) {
        return matches(text, 0, text.length());
    }

    /**
     * Whether the text is an address without a zone, a slash, and the length of a prefix in bits (RFC 4291, section
     * 2.3).
     *
     * @param strict whether the bits behind the prefix must be zero
     */
    public static boolean matchesPrefix(String text, boolean strict) {
        var slash = text.indexOf('/');
        if (slash < 0) {
            return false;
        }
        var prefix = Decimal.value(text, slash + 1, text.length(), BITS);
        if (prefix == INVALID) {
            return false;
        }
        var zeros = Ipv6Pieces.trailingZeros(text, 0, slash, true, true);
        return zeros != INVALID && (!strict || zeros >= BITS - prefix);
    }

    static boolean matches(String text, int from, int to) {
        var zone = text.indexOf('%', from);
        if (zone < 0 || zone >= to) {
            return Ipv6Pieces.trailingZeros(text, from, to, false, true) != INVALID;
        }
        return zone + 1 < to && Ipv6Pieces.trailingZeros(text, from, zone, true, false) != INVALID;
    }
}

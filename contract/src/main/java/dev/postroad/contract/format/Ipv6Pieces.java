package dev.postroad.contract.format;

/** The pieces of an IPv6 address: up to eight of 16 bits, the last two optionally as an IPv4 address. */
final class Ipv6Pieces {
    private static final int INVALID = -1;
    private static final int SHORTEST_DOTTED = "0.0.0.0".length();
    private static final CharacterSet DOTTED = CharacterSet.DIGIT.with(CharacterSet.of("."));

    private Ipv6Pieces() {}

    /**
     * How many of the 128 bits are zero behind the last one that is set, or -1 if this is no address.
     *
     * @param more whether the text goes on behind the address, with a slash or a zone
     * @param dotted whether the address may end in an IPv4 address
     */
    static int trailingZeros(String text, int from, int to, boolean more, boolean dotted) {
        var pieces = 0;
        var zeros = 0;
        var shortened = false;
        // Whether the zeros at the end reach back to the double colon.
        var open = false;
        var i = from;
        while (i < to) {
            if ((shortened || pieces == 6) && isDotted(text, i, to)) {
                return dotted ? withDotted(text, i, to, pieces, zeros, open) : INVALID;
            }
            var colons = text.charAt(i) == ':' ? colons(text, i, to) : 0;
            var end = colons == 0 ? endOfPiece(text, i, to) : i + colons;
            if (end == INVALID || colons > (shortened ? 1 : 2) || colons == 1 && (i == from || end == to && !more)) {
                return INVALID;
            }
            if (colons == 2) {
                shortened = true;
                open = true;
            } else if (colons == 0) {
                var value = hex(text, i, end);
                zeros = value == 0 ? zeros + 16 : Integer.numberOfTrailingZeros(value);
                open &= value == 0;
                pieces++;
            }
            i = end;
        }
        return (shortened ? pieces < 8 : pieces == 8) ? total(pieces, zeros, open) : INVALID;
    }

    private static int withDotted(String text, int from, int to, int pieces, int zeros, boolean open) {
        var address = Ipv4Address.value(text, from, to);
        if (address == INVALID) {
            return INVALID;
        }
        return address == 0
                ? total(pieces + 2, zeros + 32, open)
                : total(pieces + 2, Long.numberOfTrailingZeros(address), false);
    }

    private static int colons(String text, int from, int to) {
        var end = from;
        while (end < to && text.charAt(end) == ':') {
            end++;
        }
        return end - from;
    }

    private static int total(int pieces, int zeros, boolean open) {
        if (pieces > 8) {
            return 128;
        }
        return open ? zeros + 16 * (8 - pieces) : zeros;
    }

    private static boolean isDotted(String text, int from, int to) {
        return DOTTED.endOfRun(text, from, to) - from >= SHORTEST_DOTTED;
    }

    private static int endOfPiece(String text, int from, int to) {
        var end = from;
        while (end < to && CharacterSet.hexValue(text.charAt(end)) >= 0) {
            end++;
        }
        return end == from || end - from > 4 ? INVALID : end;
    }

    private static int hex(String text, int from, int to) {
        var value = 0;
        for (var i = from; i < to; i++) {
            value = value << 4 | CharacterSet.hexValue(text.charAt(i));
        }
        return value;
    }
}

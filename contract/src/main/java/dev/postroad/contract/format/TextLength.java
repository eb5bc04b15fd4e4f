package dev.postroad.contract.format;

/** How long a text is, in the units that rules count in. */
public final class TextLength {
    private TextLength() {}

    /** The number of code points; a surrogate without its other half counts as one. */
    public static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    /**
     * The number of bytes in UTF-8 (RFC 3629). A surrogate without its other half, which has no UTF-8 form, counts as
     * three.
     */
    public static int utf8Bytes(String text) {
        var length = text.length();
        var bytes = length;
        for (var i = 0; i < length; i++) {
            var c = text.charAt(i);
            if (c >= 0x800) {
                var pair =
                        Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1));
                bytes += 2;
                i += pair ? 1 : 0;
            } else if (c >= 0x80) {
                bytes++;
            }
        }
        return bytes;
    }
}

package dev.postroad.contract.format;

/** A small decimal number: ASCII digits without leading zeros. */
final class Decimal {
    private Decimal() {}

    /** The number, or -1 if the part of the text is none or is above {@code max}. */
    static int value(String text, int from, int to, int max) {
        if (from == to || to - from > 1 && text.charAt(from) == '0') {
            return -1;
        }
        var value = 0;
        for (var i = from; i < to; i++) {
            var digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
            if (value > max) {
                return -1;
            }
        }
        return value;
    }
}

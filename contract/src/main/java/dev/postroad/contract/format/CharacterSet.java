package dev.postroad.contract.format;

/**
 * A set of ASCII characters, as one bit for each.
 *
 * @param low the characters below 64
 * @param high the characters from 64 to 127
 */
record CharacterSet(long low, long high) {
    static final CharacterSet DIGIT = of("0123456789");
    static final CharacterSet LETTER_OR_DIGIT =
            of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ").with(DIGIT);

    static CharacterSet of(String characters) {
        var low = 0L;
        var high = 0L;
        for (var i = 0; i < characters.length(); i++) {
            var c = characters.charAt(i);
            low |= c < 64 ? 1L << c : 0;
            high |= c < 64 ? 0 : 1L << (c - 64);
        }
        return new CharacterSet(low, high);
    }

    CharacterSet with(CharacterSet other) {
        return new CharacterSet(low | other.low, high | other.high);
    }

    boolean contains(char c) {
        return c < 128 && ((c < 64 ? low : high) >>> c & 1) != 0;
    }

    /** Where the run of these characters that begins at {@code from} ends; at most {@code to}. */
    int endOfRun(String text, int from, int to) {
        var i = from;
        while (i < to && contains(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The value of a hexadecimal digit, or -1. */
    static int hexValue(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        var letter = c | 0x20;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }
}

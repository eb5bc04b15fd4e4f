package dev.postroad.contract.check;

/** Reads the numbers of an encoded {@link Recognizer}, one after the other. */
final class RecognizerText {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-";
    private static final int BITS = 5;
    private static final int BASE = 1 << BITS;
    private static final int MOST_DIGITS = 5;

    private final String text;
    private int place;

    RecognizerText(String text) {
        this.text = text;
    }

    /** The next number. */
    int number(int min, int max) {
        var value = 0;
        for (var i = 0; i < MOST_DIGITS && place < text.length(); i++) {
            var digit = DIGITS.indexOf(text.charAt(place++));
            value |= (digit & BASE - 1) << i * BITS;
            if (digit < 0 || digit >= BASE) {
                if (digit < 0 || value < min || value > max) {
                    break;
                }
                return value;
            }
        }
        throw new IllegalArgumentException(
                "no recognizer: there is no number from %d to %d before place %d".formatted(min, max, place));
    }
}

package dev.postroad.contract.check;

import java.util.Arrays;

/**
 * A deterministic finite automaton that says whether a pattern is found in a text, reading code points (an unpaired
 * surrogate is one). It reads each code point once, stops as soon as the verdict is certain, makes no objects, and may
 * be used by any thread.
 *
 * <p>The encoded form is a row of numbers, each in digits of five bits, lowest first, written with {@code 0-9A-V}; the
 * last digit of a number is written with a character 32 places further on in {@code 0-9A-Za-z_-}. The numbers: states,
 * classes, start state; the count of ranges and for each its length in code points and its class, from U+0000 upwards;
 * for each state 1 if a text may end there, else 0; then the targets, state by state and in each class by class, as
 * runs of a target and a count. State 0 refuses and state 1 accepts, whatever follows.
 */
public final class Recognizer {
    private static final int ASCII = 128;
    private static final int ACCEPT = 1;

    private final String encoded;
    private final int classes;
    private final int start;
    private final int[] rangeStarts;
    private final char[] rangeClasses;
    private final char[] asciiClasses = new char[ASCII];
    private final boolean[] endsWell;
    /** By row of a state and class: the row of the next state. */
    private final char[] next;

    private Recognizer(String encoded, RecognizerText text) {
        this.encoded = encoded;
        var states = text.number(2, Character.MAX_VALUE);
        classes = text.number(1, Character.MAX_VALUE / states);
        start = text.number(0, states - 1) * classes;
        rangeStarts = new int[text.number(1, Character.MAX_VALUE)];
        rangeClasses = new char[rangeStarts.length];
        var from = 0;
        for (var i = 0; i < rangeStarts.length; i++) {
            rangeStarts[i] = from;
            from += text.number(1, Character.MAX_CODE_POINT + 1 - from);
            rangeClasses[i] = (char) text.number(0, classes - 1);
        }
        endsWell = new boolean[states];
        for (var i = 0; i < states; i++) {
            endsWell[i] = text.number(0, 1) == 1;
        }
        next = new char[states * classes];
        for (var i = 0; i < next.length; ) {
            var row = (char) (text.number(0, states - 1) * classes);
            var end = i + text.number(1, next.length - i);
            Arrays.fill(next, i, end, row);
            i = end;
        }
        for (var c = 0; c < ASCII; c++) {
            asciiClasses[c] = rangeClass(c);
        }
    }

    /**
     * Reads the encoded form.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public static Recognizer decode(String encoded) {
        return new Recognizer(encoded, new RecognizerText(encoded));
    }

    /** The form that {@link #decode} reads: printable ASCII, without quotes and backslashes. */
    public String encoded() {
        return encoded;
    }

    /** Whether the pattern is found in the text, at any place. */
    public boolean finds(String text) {
        var length = text.length();
        var certain = ACCEPT * classes;
        var row = start;
        for (var i = 0; i < length && row > certain; i++) {
            var c = text.charAt(i);
            if (c < ASCII) {
                row = next[row + asciiClasses[c]];
            } else {
                var point = text.codePointAt(i);
                i += Character.charCount(point) - 1;
                row = next[row + rangeClass(point)];
            }
        }
        return row == certain || endsWell[row / classes];
    }

    private char rangeClass(int codePoint) {
        var found = Arrays.binarySearch(rangeStarts, codePoint);
        return rangeClasses[found >= 0 ? found : -found - 2];
    }

    @Override
    public String toString() {
        return "Recognizer of %d states and %d classes".formatted(endsWell.length, classes);
    }
}

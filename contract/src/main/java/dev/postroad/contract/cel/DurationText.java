package dev.postroad.contract.cel;

import java.time.Duration;
import java.util.Map;

/** Reads a duration: a sign, and numbers with a unit each, which are added up. */
final class DurationText {
    private static final Map<String, Duration> UNITS = Map.of(
            "ns", Duration.ofNanos(1),
            "us", Duration.ofNanos(1_000),
            "\u00b5s", Duration.ofNanos(1_000),
            "\u03bcs", Duration.ofNanos(1_000),
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1));
    private static final String NONE = "the text is no duration";

    private final String text;
    private int place;

    DurationText(String text) {
        this.text = text;
    }

    Duration read() throws EvaluationException {
        var isNegative = text.startsWith("-");
        place = isNegative || text.startsWith("+") ? 1 : 0;
        if (text.substring(place).equals("0")) {
            return Duration.ZERO;
        }
        require(place < text.length());
        var sum = Duration.ZERO;
        try {
            while (place < text.length()) {
                sum = sum.plus(part());
            }
        } catch (ArithmeticException e) {
            throw new EvaluationException(NONE, e);
        }
        return isNegative ? sum.negated() : sum;
    }

    private Duration part() {
        var whole = digits();
        var fraction = place < text.length() && text.charAt(place) == '.' ? fraction() : Fraction.NONE;
        var unit = unit();
        return unit.multipliedBy(number(whole))
                .plus(unit.multipliedBy(fraction.numerator).dividedBy(fraction.denominator));
    }

    private Fraction fraction() {
        place++;
        return Fraction.of(digits());
    }

    private String digits() {
        var from = place;
        while (place < text.length() && text.charAt(place) >= '0' && text.charAt(place) <= '9') {
            place++;
        }
        require(place > from);
        return text.substring(from, place);
    }

    private Duration unit() {
        for (var length = 2; length > 0; length--) {
            var end = Math.min(place + length, text.length());
            var unit = UNITS.get(text.substring(place, end));
            if (unit != null) {
                place = end;
                return unit;
            }
        }
        throw new EvaluationException(NONE);
    }

    private static long number(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new EvaluationException(NONE, e);
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new EvaluationException(NONE);
        }
    }

    /** What stands behind a point; of very many digits the first ones. */
    private record Fraction(long numerator, long denominator) {
        static final Fraction NONE = new Fraction(0, 1);
        private static final int MOST_DIGITS = 18;

        static Fraction of(String digits) {
            var read = digits.substring(0, Math.min(digits.length(), MOST_DIGITS));
            return new Fraction(Long.parseLong(read), (long) Math.pow(10, read.length()));
        }
    }
}

package dev.postroad.compiler.example;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What CEL expressions mention by value: an expression is more often true near its own literals than elsewhere.
 *
 * @param texts quoted texts
 * @param numbers numbers
 */
record Literals(List<String> texts, List<BigDecimal> numbers) {
    private static final Pattern TEXT = Pattern.compile("'([^'\\\\]*)'|\"([^\"\\\\]*)\"");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d{1,18}(?:\\.\\d{1,18})?(?![\\w.])");

    static Literals of(List<String> expressions) {
        var texts = new ArrayList<String>();
        var numbers = new ArrayList<BigDecimal>();
        for (var expression : expressions) {
            var text = TEXT.matcher(expression);
            while (text.find()) {
                texts.add(text.group(1) == null ? text.group(2) : text.group(1));
            }
            var number = NUMBER.matcher(TEXT.matcher(expression).replaceAll(" "));
            while (number.find()) {
                numbers.add(new BigDecimal(number.group()));
            }
        }
        return new Literals(texts, numbers);
    }
}

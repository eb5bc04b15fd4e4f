package dev.postroad.compiler.naming;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names, taken apart into words and written in another form. */
public final class Words {
    private static final Pattern LOWER_BEFORE_CAPITAL = Pattern.compile("([a-z0-9])([A-Z])");
    private static final Pattern CAPITAL_BEFORE_WORD = Pattern.compile("([A-Z])([A-Z][a-z])");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Za-z0-9]+");

    private Words() {}

    /**
     * The words of a name in any form, in lower case: {@code orderPlaced}, {@code ORDER_PLACED}, {@code order-placed}.
     */
    public static List<String> of(String name) {
        var spaced = CAPITAL_BEFORE_WORD
                .matcher(LOWER_BEFORE_CAPITAL.matcher(name).replaceAll("$1_$2"))
                .replaceAll("$1_$2");
        return BETWEEN_WORDS
                .splitAsStream(spaced)
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    static String lowerSnake(String name) {
        return String.join("_", of(name));
    }

    static String upperSnake(String name) {
        return lowerSnake(name).toUpperCase(Locale.ROOT);
    }

    static String upperCamel(String name) {
        return of(name).stream()
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** The letters and digits alone, so that {@code OAuth} and {@code o-auth} are one. */
    static String letters(String name) {
        return BETWEEN_WORDS.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }
}

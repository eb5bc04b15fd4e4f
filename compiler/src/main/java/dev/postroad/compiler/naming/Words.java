package dev.postroad.compiler.naming;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names, taken apart into words and written in another form. */
public final class Words {
    private Words() {}

    /**
     * The words of a name in any form, in lower case: {@code orderPlaced}, {@code ORDER_PLACED}, {@code order-placed}.
     */
    public static List<String> of(String name) {
        var spaced = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replaceAll("([A-Z])([A-Z][a-z])", "$1_$2");
        return Arrays.stream(spaced.split("[^A-Za-z0-9]+"))
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
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}

package dev.postroad.compiler.finding;

/** Text as a terminal may show it: of one line, of bounded length, without control characters. */
final class Printable {
    private static final int MOST = 2_000;

    private Printable() {}

    static String of(String text) {
        var shown = text.length() > MOST ? text.substring(0, MOST) + "…" : text;
        return shown.chars().anyMatch(Character::isISOControl) ? escaped(shown) : shown;
    }

    private static String escaped(String text) {
        var result = new StringBuilder();
        for (var character : text.toCharArray()) {
            if (character == '\n') {
                result.append("\\n");
            } else if (Character.isISOControl(character)) {
                result.append("\\u%04x".formatted((int) character));
            } else {
                result.append(character);
            }
        }
        return result.toString();
    }
}

package dev.postroad.compiler.pattern;

import java.util.Optional;

/** A pattern and how far it has been read. */
final class Cursor {
    private final String text;
    private int place;

    Cursor(String text) {
        this.text = text;
    }

    boolean more() {
        return place < text.length();
    }

    boolean at(String symbols) {
        return text.startsWith(symbols, place);
    }

    /** Reads the symbols if they come next. */
    boolean skip(String symbols) {
        if (at(symbols)) {
            place += symbols.length();
            return true;
        }
        return false;
    }

    int next() {
        if (!more()) {
            throw new NotUnderstoodException("it ends too early");
        }
        var point = text.codePointAt(place);
        place += Character.charCount(point);
        return point;
    }

    /** Reads the code points that come next, as long as they are among the symbols and not more than so many. */
    String run(String symbols, int most) {
        var begin = place;
        while (more() && place - begin < most && symbols.indexOf(text.charAt(place)) >= 0) {
            place++;
        }
        return text.substring(begin, place);
    }

    /** Reads up to an end, and the end too; empty, and nothing is read, if there is none. */
    Optional<String> until(String end) {
        var found = text.indexOf(end, place);
        if (found < 0) {
            return Optional.empty();
        }
        var read = text.substring(place, found);
        place = found + end.length();
        return Optional.of(read);
    }

    /** All that is left. */
    String rest() {
        var read = text.substring(place);
        place = text.length();
        return read;
    }

    int place() {
        return place;
    }

    void back(int earlier) {
        place = earlier;
    }
}

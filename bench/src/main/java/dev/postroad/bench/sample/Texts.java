package dev.postroad.bench.sample;

/** What checks written by hand ask of texts. */
final class Texts {
    private static final int UUID_LENGTH = 36;
    private static final int LONGEST_LABEL = 63;

    private Texts() {}

    static boolean isUuid(String text) {
        if (text.length() != UUID_LENGTH) {
            return false;
        }
        for (var i = 0; i < UUID_LENGTH; i++) {
            var letter = text.charAt(i);
            var fits = i == 8 || i == 13 || i == 18 || i == 23 ? letter == '-' : Character.digit(letter, 16) >= 0;
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** The form that HTML's email field asks for, as protovalidate does. */
    static boolean isEmail(String text) {
        var at = text.indexOf('@');
        if (at < 1) {
            return false;
        }
        for (var i = 0; i < at; i++) {
            var letter = text.charAt(i);
            if (!isAlphanumeric(letter) && ".!#$%&'*+/=?^_`{|}~-".indexOf(letter) < 0) {
                return false;
            }
        }
        return isHost(text, at + 1);
    }

    /** So many capitals, and then so many digits. */
    static boolean isNumbered(String text, int capitals, int digits) {
        if (text.length() != capitals + digits) {
            return false;
        }
        for (var i = 0; i < capitals; i++) {
            if (!isBetween(text.charAt(i), 'A', 'Z')) {
                return false;
            }
        }
        return areBetween(text, capitals, '0', '9');
    }

    /** Whether all characters from a place on are of a range. */
    static boolean areBetween(String text, int from, char first, char last) {
        for (var i = from; i < text.length(); i++) {
            if (!isBetween(text.charAt(i), first, last)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHost(String text, int from) {
        var begin = from;
        for (var i = from; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '.') {
                var empty = i == begin || i - begin > LONGEST_LABEL;
                if (empty || text.charAt(begin) == '-' || text.charAt(i - 1) == '-') {
                    return false;
                }
                begin = i + 1;
            } else if (!isAlphanumeric(text.charAt(i)) && text.charAt(i) != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlphanumeric(char letter) {
        return isBetween(letter, 'a', 'z') || isBetween(letter, 'A', 'Z') || isBetween(letter, '0', '9');
    }

    private static boolean isBetween(char letter, char first, char last) {
        return letter >= first && letter <= last;
    }
}

package dev.postroad.contract.format;

/** Identifiers of 128 bits as text. */
public final class Identifier {
    private static final CharacterSet CROCKFORD =
            CharacterSet.DIGIT.with(CharacterSet.of("ABCDEFGHJKMNPQRSTVWXYZabcdefghjkmnpqrstvwxyz"));
    private static final int UUID_LENGTH = 36;
    private static final int TRIMMED_LENGTH = 32;
    private static final int ULID_LENGTH = 26;

    private Identifier() {}

    /** Whether the text is a UUID with its four hyphens (RFC 9562, section 4), of any version, in either case. */
    public static boolean isUuid(String text) {
        if (text.length() != UUID_LENGTH) {
            return false;
        }
        for (var i = 0; i < UUID_LENGTH; i++) {
            var c = text.charAt(i);
            if (i == 8 || i == 13 || i == 18 || i == 23 ? c != '-' : CharacterSet.hexValue(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text is a UUID without hyphens. */
    public static boolean isTrimmedUuid(String text) {
        if (text.length() != TRIMMED_LENGTH) {
            return false;
        }
        for (var i = 0; i < TRIMMED_LENGTH; i++) {
            if (CharacterSet.hexValue(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text is a ULID: 26 digits of Crockford's base 32, the first of them at most 7. */
    public static boolean isUlid(String text) {
        return text.length() == ULID_LENGTH
                && text.charAt(0) <= '7'
                && CROCKFORD.endOfRun(text, 0, ULID_LENGTH) == ULID_LENGTH
                && text.charAt(0) >= '0';
    }
}

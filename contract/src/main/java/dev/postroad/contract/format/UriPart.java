package dev.postroad.contract.format;

/** Runs of characters and of percent-encoded octets, as parts of a URI are made of (RFC 3986, section 2). */
final class UriPart {
    static final CharacterSet UNRESERVED = CharacterSet.LETTER_OR_DIGIT.with(CharacterSet.of("-._~"));
    static final CharacterSet REGISTERED_NAME = UNRESERVED.with(CharacterSet.of("!$&'()*+,;="));
    static final CharacterSet FIRST_RELATIVE_SEGMENT = REGISTERED_NAME.with(CharacterSet.of("@"));
    static final CharacterSet USER_INFO = REGISTERED_NAME.with(CharacterSet.of(":"));
    static final CharacterSet PATH = USER_INFO.with(CharacterSet.of("@/"));
    static final CharacterSet QUERY = PATH.with(CharacterSet.of("?"));

    private UriPart() {}

    /** Where the run that begins at {@code from} ends, possibly at once. */
    static int end(String text, int from, CharacterSet characters) {
        var length = text.length();
        var i = from;
        while (i < length) {
            if (characters.contains(text.charAt(i))) {
                i++;
            } else if (isEncodedOctet(text, i)) {
                i += 3;
            } else {
                break;
            }
        }
        return i;
    }

    private static boolean isEncodedOctet(String text, int i) {
        return text.charAt(i) == '%'
                && i + 2 < text.length()
                && CharacterSet.hexValue(text.charAt(i + 1)) >= 0
                && CharacterSet.hexValue(text.charAt(i + 2)) >= 0;
    }
}

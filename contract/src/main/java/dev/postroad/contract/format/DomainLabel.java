package dev.postroad.contract.format;

/** One label of a domain name (RFC 1034, section 3.5, with a digit allowed in front by RFC 1123, section 2.1). */
final class DomainLabel {
    private static final int LONGEST = 63;
    private static final CharacterSet CHARACTERS = CharacterSet.LETTER_OR_DIGIT.with(CharacterSet.of("-"));

    private DomainLabel() {}

    /** Where the label that begins at {@code from} ends, or -1 if none begins there. */
    static int end(String text, int from, int to) {
        var end = CHARACTERS.endOfRun(text, from, to);
        var length = end - from;
        if (length == 0 || length > LONGEST || text.charAt(from) == '-' || text.charAt(end - 1) == '-') {
            return -1;
        }
        return end;
    }
}

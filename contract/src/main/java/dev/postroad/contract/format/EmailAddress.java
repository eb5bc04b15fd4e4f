package dev.postroad.contract.format;

/**
 * An e-mail address as the HTML living standard has it (section 4.10.5.1.5, "valid e-mail address"), which leaves out
 * RFC 5322's comments, quoted parts and address literals.
 */
public final class EmailAddress {
    private static final CharacterSet LOCAL =
            CharacterSet.LETTER_OR_DIGIT.with(CharacterSet.of(".!#$%&'*+/=?^_`{|}~-"));

    private EmailAddress() {}

    /** Whether the text is an e-mail address. */
    public static boolean matches(String text) {
        var length = text.length();
        var at = LOCAL.endOfRun(text, 0, length);
        if (at == 0 || at == length || text.charAt(at) != '@') {
            return false;
        }
        var i = DomainLabel.end(text, at + 1, length);
        while (i >= 0 && i < length && text.charAt(i) == '.') {
            i = DomainLabel.end(text, i + 1, length);
        }
        return i == length;
    }
}

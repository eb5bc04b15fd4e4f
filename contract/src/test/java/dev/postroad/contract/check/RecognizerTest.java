package dev.postroad.contract.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecognizerTest {
    /** {@code ^\x{E9}+$}: four states, two classes, the start is state 2, U+00E9 alone is class 1. */
    private static final String ONLY_E_ACUTE = number(4)
            + number(2)
            + number(2)
            + number(3)
            + number(0xE9)
            + number(0)
            + number(1)
            + number(1)
            + number(0x110000 - 0xEA)
            + number(0)
            + number(0)
            + number(1)
            + number(0)
            + number(1)
            + number(0)
            + number(2)
            + number(1)
            + number(2)
            + number(0)
            + number(1)
            + number(3)
            + number(1)
            + number(0)
            + number(1)
            + number(3)
            + number(1);

    private final Recognizer recognizer = Recognizer.decode(ONLY_E_ACUTE);

    @ParameterizedTest
    @ValueSource(strings = {"\u00e9", "\u00e9\u00e9\u00e9"})
    void finds(String text) {
        assertThat(recognizer.finds(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "e", "\u00e9e", "e\u00e9", "\u00e9\ud83d\ude00", "\u00e9\ud83d", "\ude00\u00e9"})
    void findsNothing(String text) {
        assertThat(recognizer.finds(text)).isFalse();
    }

    @Test
    void keepsItsEncodedForm() {
        assertThat(recognizer.encoded()).isEqualTo(ONLY_E_ACUTE).isPrintable().doesNotContain("\"", "\\");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4", "no recognizer", "\u00e9", "0000000000"})
    void refusesWhatIsNone(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recognizer.decode(text))
                .withMessageContaining("no recognizer");
    }

    private static String number(int value) {
        var digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-";
        var text = new StringBuilder();
        var rest = value;
        while (rest >= 32) {
            text.append(digits.charAt(rest & 31));
            rest >>= 5;
        }
        return text.append(digits.charAt(32 + rest)).toString();
    }
}

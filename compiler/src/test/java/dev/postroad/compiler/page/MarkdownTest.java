package dev.postroad.compiler.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '~',
            value = {
                "a | b → a \\| b",
                "a <b>bold</b> & c → a &lt;b&gt;bold&lt;/b&gt; &amp; c",
                "see `x` there → see `x` there",
                "see `a|b` there → see <code>a&#124;b</code> there",
                "see ``a`b`` there → see <code>a&#96;b</code> there",
                "one ` alone → one \\` alone",
                "*_at and __init__ of order_id → \\*\\_at and \\_\\_init\\_\\_ of order_id",
                "[x](y) \\ ~z~ → \\[x\\](y) \\\\ \\~z\\~"
            })
    void showsAsItWasWritten(String comment, String markdown) {
        assertThat(Markdown.line(comment)).isEqualTo(markdown);
    }

    @ParameterizedTest
    @CsvSource({"plain,`plain`", "a|b,<code>a&#124;b</code>", "a`,<code>a&#96;</code>", "\\|,<code>&#92;&#124;</code>"})
    void quotes(String value, String markdown) {
        assertThat(Markdown.code(value)).isEqualTo(markdown);
    }
}

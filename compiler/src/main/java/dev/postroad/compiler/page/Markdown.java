package dev.postroad.compiler.page;

import dev.postroad.compiler.words.Phrase;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts of others as Markdown, so that each shows what it says wherever it stands: in a paragraph or in a table. */
final class Markdown {
    /** A run of backticks, anything, and a run of the same length. */
    private static final Pattern CODE = Pattern.compile("(?s)(?<!`)(`+)(?!`)(.+?)(?<!`)\\1(?!`)");

    private static final Pattern ACTIVE = Pattern.compile("[\\\\`*\\[\\]|~]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");
    private static final Pattern LINE_START = Pattern.compile("(?m)^(#|>|\\+|=|-(?=-)|(?<=^)-(?=\\s*$))");
    private static final Pattern SHORT_CODE = Pattern.compile("[^`|\\p{Cntrl}]*[^`|\\p{Cntrl}\\s][^`|\\p{Cntrl}]*");
    private static final Map<String, String> ENTITIES = Map.of("&", "&amp;", "<", "&lt;", ">", "&gt;");

    private Markdown() {}

    /** A comment on one line. */
    static String line(String comment) {
        return inline(comment.strip().replaceAll("\\s+", " "));
    }

    /** A comment with its paragraphs and lists. */
    static String paragraphs(String comment) {
        var lines = comment.strip().lines().map(String::strip).collect(Collectors.joining("\n"));
        return LINE_START.matcher(inline(lines)).replaceAll("\\\\$1");
    }

    private static String inline(String text) {
        var shown = new StringBuilder();
        var at = 0;
        var found = CODE.matcher(text);
        while (found.find()) {
            shown.append(text(text.substring(at, found.start()))).append(code(found.group(2)));
            at = found.end();
        }
        return shown.append(text(text.substring(at))).toString();
    }

    /** Words, with nothing that Markdown or HTML would act on. */
    static String text(String words) {
        return ACTIVE.matcher(entities(words)).replaceAll("\\\\$0");
    }

    /** A quoted value. */
    static String code(String value) {
        if (SHORT_CODE.matcher(value).matches() && !value.startsWith(" ") && !value.endsWith(" ")) {
            return '`' + value + '`';
        }
        // Backticks cannot hold a backtick, nor, in a table, a backslash before a bar.
        return "<code>"
                + value.codePoints().mapToObj(Markdown::characterInCode).collect(Collectors.joining())
                + "</code>";
    }

    /** A quoted value outside of tables, where a bar means nothing. */
    static String codeInProse(String value) {
        var isPlain = value.strip().equals(value) && !value.isEmpty() && !value.contains("`");
        return isPlain ? '`' + value.replaceAll("\\s+", " ") + '`' : code(value);
    }

    private static String characterInCode(int symbol) {
        if (symbol == '\n') {
            return "&#92;n";
        }
        return Character.isLetterOrDigit(symbol) || symbol == ' ' || ".,:;/='\"".indexOf(symbol) >= 0
                ? Character.toString(symbol)
                : "&#%d;".formatted(symbol);
    }

    private static String entities(String text) {
        return Pattern.compile("[&<>]").matcher(text).replaceAll(found -> ENTITIES.getOrDefault(found.group(), ""));
    }

    static String phrase(Phrase phrase) {
        return phrase.show(words -> text(words.replaceAll("\\s+", " ")), Markdown::code);
    }

    static String phraseInProse(Phrase phrase) {
        return phrase.show(words -> text(words.replaceAll("\\s+", " ")), Markdown::codeInProse);
    }

    /** A fenced block whose fence is longer than any in the text. */
    static List<String> block(String language, String text) {
        var longest = Pattern.compile("`+")
                .matcher(text)
                .results()
                .mapToInt(run -> run.group().length())
                .max()
                .orElse(0);
        var fence = "`".repeat(Math.max(3, longest + 1));
        return List.of(fence + language, text, fence);
    }

    static String row(String... cells) {
        return Stream.of(cells).collect(Collectors.joining(" | ", "| ", " |"));
    }

    static String header(String... cells) {
        return row(cells) + '\n' + "|---".repeat(cells.length) + '|';
    }
}

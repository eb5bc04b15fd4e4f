package dev.postroad.acceptance.reference;

import dev.postroad.compiler.finding.Rule;
import dev.postroad.compiler.gate.RuleBook;
import dev.postroad.compiler.gate.RuleBook.Chapter;
import java.util.stream.Collectors;

/** The reference of rules, from their declarations. */
final class RulesPage {
    private RulesPage() {}

    static String text() {
        return """
                # Rules of the check

                This page is generated from the declarations of the rules. `postroad check` prints the rule's id at the end of each
                finding. An error makes the command end with 1, a warning does not.

                %s""".formatted(
                        RuleBook.chapters().stream().map(RulesPage::chapter).collect(Collectors.joining("\n")));
    }

    private static String chapter(Chapter chapter) {
        return "## %s\n\n%s\n\n%s"
                .formatted(
                        chapter.title(),
                        chapter.about(),
                        chapter.rules().stream().map(RulesPage::rule).collect(Collectors.joining("\n")));
    }

    private static String rule(Rule rule) {
        var example = rule.example()
                .map(texts -> "\nBroken:\n\n```text\n%s\n```\n\nKept:\n\n```text\n%s\n```\n"
                        .formatted(texts.broken().strip(), texts.kept().strip()))
                .orElse("");
        return "### %s\n\n*%s.* %s. %s\n%s"
                .formatted(rule.id(), capital(rule.severity().toString()), rule.holds(), rule.because(), example);
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}

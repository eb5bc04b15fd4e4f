package dev.postroad.compiler.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A row of {@code docs/explanation/buf-differences.md}: what Buf finds and Postroad has no error for.
 *
 * @param bufRules the ids in its first column
 * @param answer the rule of Postroad's in its third column that has to be the answer; absent if there is none
 * @param reason its last column
 */
record Difference(Set<String> bufRules, Optional<String> answer, String reason) {
    private static final Path PAGE = Path.of("../docs/explanation/buf-differences.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\|([^|]*)\\|[^|]*\\|([^|]*)\\|([^|]*)\\|$");
    private static final Pattern FIRST_COLUMN = Pattern.compile("(?m)^\\|([^|]*)\\|");
    private static final Pattern BUF_RULE = Pattern.compile("`([A-Z0-9_]+)`");
    private static final Pattern RULE = Pattern.compile("`([a-z0-9-]+)`");

    /** Every row whose first column has a rule of Buf's. */
    static List<Difference> all() throws IOException {
        return ROW.matcher(Files.readString(PAGE))
                .results()
                .map(Difference::of)
                .filter(difference -> !difference.bufRules().isEmpty())
                .toList();
    }

    /** Postroad's rules in the first column of the page, which Buf has nothing like. */
    static Set<String> rulesThatBufLacks() throws IOException {
        return FIRST_COLUMN
                .matcher(Files.readString(PAGE))
                .results()
                .flatMap(row -> RULE.matcher(row.group(1)).results())
                .map(rule -> rule.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Difference of(MatchResult row) {
        return new Difference(
                BUF_RULE.matcher(row.group(1))
                        .results()
                        .map(rule -> rule.group(1))
                        .collect(Collectors.toSet()),
                RULE.matcher(row.group(2)).results().map(rule -> rule.group(1)).findFirst(),
                row.group(3).strip());
    }

    /** Whether the row is about what Buf found, and Postroad answers as the row says. */
    boolean explains(BufFinding finding, Opinion opinion) {
        return bufRules.contains(finding.rule())
                && opinion.excuses(finding)
                && answer.map(rule ->
                                opinion.has(finding, ours -> ours.rule().id().equals(rule)))
                        .orElse(true);
    }
}

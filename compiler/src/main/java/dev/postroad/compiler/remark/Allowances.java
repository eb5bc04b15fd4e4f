package dev.postroad.compiler.remark;

import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.finding.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes back the remarks that a file allows. */
public final class Allowances {
    private final Map<String, Rule> rules;

    /** Allowances of the given rules. */
    public Allowances(Collection<Rule> allowable) {
        this.rules = allowable.stream()
                .collect(Collectors.toMap(Rule::id, Function.identity(), (first, second) -> first, TreeMap::new));
    }

    /**
     * What is left of a file's remarks.
     *
     * @param findings the remarks that nobody allowed, and what is wrong with the allowances
     * @param used the allowances that took a remark back
     */
    public record Outcome(List<Finding> findings, List<Allowance> used) {
        public Outcome {
            findings = List.copyOf(findings);
            used = List.copyOf(used);
        }
    }

    /** Applies the allowances of a file to its remarks. */
    public Outcome apply(Remarks remarks) {
        var findings = new ArrayList<Finding>();
        var used = new ArrayList<Allowance>();
        var left = new ArrayList<>(remarks.all());
        for (var comment : AllowanceComment.in(remarks.file())) {
            var problem = problem(comment);
            if (problem.isPresent()) {
                findings.add(problem.get());
            } else if (remarks.all().stream().anyMatch(comment::allows)) {
                left.removeIf(comment::allows);
                used.add(new Allowance(comment.place(), rule(comment).orElseThrow(), comment.reason()));
            } else {
                findings.add(AllowanceRules.UNUSED.at(
                        comment.place(),
                        comment.rule(),
                        "%s is not remarked here".formatted(comment.rule()),
                        "delete the comment, or put it directly above what it concerns"));
            }
        }
        left.forEach(remark -> findings.add(remark.finding()));
        return new Outcome(findings, used);
    }

    private Optional<Rule> rule(AllowanceComment comment) {
        return Optional.ofNullable(rules.get(comment.rule()));
    }

    private Optional<Finding> problem(AllowanceComment comment) {
        if (rule(comment).isEmpty()) {
            var said = comment.rule().isEmpty()
                    ? "the allowance names no rule"
                    : "'%s' is no rule that can be allowed".formatted(comment.rule());
            return Optional.of(AllowanceRules.RULE.at(comment.place(), comment.rule(), said, fix(comment.rule())));
        }
        if (comment.reason().isEmpty()) {
            return Optional.of(AllowanceRules.REASON.at(
                    comment.place(),
                    comment.rule(),
                    "the allowance of %s gives no reason".formatted(comment.rule()),
                    "write // postroad:allow %s <why>".formatted(comment.rule())));
        }
        return Optional.empty();
    }

    private String fix(String written) {
        return rules.keySet().stream()
                .filter(id -> distance(id, written) <= 3)
                .min(Comparator.comparing(id -> distance(id, written)))
                .map("did you mean %s?"::formatted)
                .orElse("write // postroad:allow RULE reason, with a rule of lint");
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var above = row[j];
                var replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}

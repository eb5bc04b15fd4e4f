package dev.postroad.compiler.approval;

import dev.postroad.compiler.change.ChangeRules;
import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.finding.Rule;
import dev.postroad.compiler.lint.LintRules;
import dev.postroad.compiler.yaml.YamlMap;
import dev.postroad.compiler.yaml.YamlText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code breaking-approvals.yaml}. */
public final class ApprovalFile {
    /** Its name, in the root of a repository. */
    public static final String NAME = "breaking-approvals.yaml";

    private final List<Finding> problems = new ArrayList<>();

    private ApprovalFile() {}

    /** Reads the file of a repository; without one nothing is approved. */
    public static Approvals read(Path root) {
        return Files.exists(root.resolve(NAME))
                ? new ApprovalFile().approvals(root)
                : new Approvals(List.of(), List.of());
    }

    private Approvals approvals(Path root) {
        var file = YamlMap.read(root, NAME, problems::add);
        var approvals = file.maps("approvals").stream()
                .flatMap(entry -> approval(entry).stream())
                .toList();
        file.finish();
        return new Approvals(approvals, problems);
    }

    private Optional<Approval> approval(YamlMap entry) {
        var rule = entry.requiredText("rule").flatMap(this::rule);
        var subject = entry.requiredText("subject").map(YamlText::value);
        var reason = entry.requiredText("reason").map(YamlText::value);
        var approver = entry.requiredText("approver").map(YamlText::value);
        var expiry = entry.requiredText("expiry").flatMap(this::date);
        entry.finish();
        if (rule.isEmpty() || subject.isEmpty() || reason.isEmpty() || approver.isEmpty() || expiry.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Approval(entry.place(), rule.get(), subject.get(), reason.get(), approver.get(), expiry.get()));
    }

    private Optional<Rule> rule(YamlText id) {
        var rule = find(ChangeRules.ALL, id);
        if (rule.isEmpty()) {
            problems.add(ApprovalRules.RULE.at(
                    id.place(),
                    id.value(),
                    "'%s' is no rule of changed contracts".formatted(id.value()),
                    find(LintRules.ALL, id).isPresent()
                            ? "allow it in the contract, with // postroad:allow %s <why>".formatted(id.value())
                            : "write the id that check prints in brackets behind a breaking change"));
        }
        return rule;
    }

    private static Optional<Rule> find(List<Rule> rules, YamlText id) {
        return rules.stream().filter(rule -> rule.id().equals(id.value())).findFirst();
    }

    private Optional<LocalDate> date(YamlText text) {
        try {
            return Optional.of(LocalDate.parse(text.value()));
        } catch (DateTimeParseException e) {
            problems.add(ApprovalRules.EXPIRY.at(
                    text.place(),
                    "expiry",
                    "expiry '%s' is no date".formatted(text.value()),
                    "write year, month and day, such as 2026-12-31"));
            return Optional.empty();
        }
    }
}

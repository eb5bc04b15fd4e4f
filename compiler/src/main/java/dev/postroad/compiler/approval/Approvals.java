package dev.postroad.compiler.approval;

import dev.postroad.compiler.finding.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a repository approves.
 *
 * @param all its approvals, in their order
 * @param problems what is wrong with the file itself
 */
public record Approvals(List<Approval> all, List<Finding> problems) {
    public Approvals {
        all = List.copyOf(all);
        problems = List.copyOf(problems);
    }

    /**
     * What becomes of the findings of a comparison.
     *
     * @param findings those that nobody approved, and the approvals that were of no use
     * @param approved the others, sorted by file and line
     */
    public record Outcome(List<Finding> findings, List<Approved> approved) {
        public Outcome {
            findings = List.copyOf(findings);
            approved = approved.stream().sorted().toList();
        }
    }

    /** Applies them to what a comparison found, on a given day. */
    public Outcome apply(List<Finding> found, LocalDate today) {
        var findings = new ArrayList<Finding>();
        var approved = new ArrayList<Approved>();
        var used = new ArrayList<Approval>();
        for (var finding : found) {
            var approval =
                    all.stream().filter(each -> each.concerns(finding)).max(Comparator.comparing(Approval::expiry));
            approval.ifPresent(used::add);
            if (approval.isPresent() && !approval.get().isExpired(today)) {
                approved.add(new Approved(finding, approval.get()));
            } else {
                findings.add(
                        approval.map(expired -> withExpiry(finding, expired)).orElse(finding));
            }
        }
        all.stream()
                .filter(each -> !used.contains(each))
                .map(each -> unused(each, used))
                .forEach(findings::add);
        return new Outcome(findings, approved);
    }

    private static Finding withExpiry(Finding finding, Approval expired) {
        return finding.saying("%s; %s's approval expired on %s (%s)"
                .formatted(finding.message(), expired.approver(), expired.expiry(), expired.place()));
    }

    private static Finding unused(Approval approval, List<Approval> used) {
        var isTwice = used.stream()
                .anyMatch(other ->
                        other.rule().equals(approval.rule()) && other.subject().equals(approval.subject()));
        return ApprovalRules.UNUSED.at(
                approval.place(),
                approval.subject(),
                isTwice
                        ? "%s of %s is approved twice".formatted(approval.rule(), approval.subject())
                        : "the comparison found no %s of %s".formatted(approval.rule(), approval.subject()),
                isTwice ? "keep the entry that expires last" : "delete the entry, or correct its rule and subject");
    }
}

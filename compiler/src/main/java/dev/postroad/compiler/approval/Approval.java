package dev.postroad.compiler.approval;

import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.finding.Place;
import dev.postroad.compiler.finding.Rule;
import java.time.LocalDate;

/**
 * An entry of {@code breaking-approvals.yaml}.
 *
 * @param place where it stands
 * @param rule the rule of a change that may be broken
 * @param subject what about: a topic, a message, a field, as the finding names it
 * @param reason why
 * @param approver who answers for it
 * @param expiry the last day on which it counts, in UTC
 */
public record Approval(Place place, Rule rule, String subject, String reason, String approver, LocalDate expiry) {
    boolean concerns(Finding finding) {
        return finding.rule().equals(rule) && finding.subject().equals(subject);
    }

    boolean isExpired(LocalDate today) {
        return expiry.isBefore(today);
    }
}

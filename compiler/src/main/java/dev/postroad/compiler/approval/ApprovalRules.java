package dev.postroad.compiler.approval;

import dev.postroad.compiler.finding.Rule;
import java.util.List;

/** What an entry of {@code breaking-approvals.yaml} itself must keep. */
public final class ApprovalRules {
    static final Rule RULE = Rule.error(
            "approval-rule",
            "An approval names a rule of changed contracts",
            "What is wrong with a contract as it is must be mended, or be allowed where it is written.");

    static final Rule EXPIRY = Rule.error(
            "approval-expiry",
            "An approval's expiry is a date, such as 2026-12-31",
            "It counts until the end of that day, in UTC; without an end it would silently approve what comes later.");

    static final Rule UNUSED = Rule.warning(
            "approval-unused",
            "An approval approves something that the comparison found",
            "One that is left behind would silently approve what comes later.");

    /** All of them. */
    public static final List<Rule> ALL = List.of(RULE, EXPIRY, UNUSED);

    private ApprovalRules() {}
}

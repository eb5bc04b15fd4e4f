package dev.postroad.compiler.remark;

import dev.postroad.compiler.finding.Rule;
import java.util.List;

/** What an allowance itself must keep. None of these can be allowed. */
public final class AllowanceRules {
    static final Rule RULE = Rule.error(
                    "allowance-rule",
                    "An allowance names a rule of the style of contracts or of their constraints",
                    "An error of another chapter is mended, and a breaking change is approved in the pull request.")
            .showing("""
                    // A customer has placed an order.
                    // postroad:allow field-coment The names speak for themselves.
                    string customer = 2 [(buf.validate.field).string.min_len = 1];
                    """, """
                    // postroad:allow field-comment The name speaks for itself.
                    string customer = 2 [(buf.validate.field).string.min_len = 1];
                    """);

    static final Rule REASON = Rule.error(
                    "allowance-reason",
                    "An allowance gives its reason",
                    "Who reads the contract in a year asks why. Without a reason nothing is allowed.")
            .showing("""
                    // Cents.
                    // postroad:allow field-presence
                    int64 total = 2 [(buf.validate.field).int64.gte = 0];
                    """, """
                    // Cents.
                    // postroad:allow field-presence An order without a total costs nothing.
                    int64 total = 2;
                    """);

    static final Rule UNUSED = Rule.warning(
                    "allowance-unused",
                    "An allowance allows something",
                    "One that is left behind would silently allow what comes later.")
            .showing("""
                    // Cents.
                    // postroad:allow field-presence An order without a total costs nothing.
                    optional int64 total = 2;
                    """, """
                    // Cents.
                    optional int64 total = 2;
                    """);

    /** All of them. */
    public static final List<Rule> ALL = List.of(RULE, REASON, UNUSED);

    private AllowanceRules() {}
}

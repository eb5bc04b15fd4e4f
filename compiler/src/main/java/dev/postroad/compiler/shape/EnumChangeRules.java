package dev.postroad.compiler.shape;

import dev.postroad.compiler.finding.Rule;
import java.util.List;

/** The rules of enums that change. */
public final class EnumChangeRules {
    static final Rule NUMBER_NOT_RESERVED = Rule.error(
            "enum-number-not-reserved",
            "The number of a deleted enum value is reserved",
            "Stored messages still carry it: a later value with the number would be read in its place.");

    static final Rule NAME_NOT_RESERVED = Rule.error(
            "enum-name-not-reserved",
            "The name of a deleted enum value is reserved",
            "JSON has values by name: a later value with the name would be read in its place.");

    static final Rule RENUMBERED = Rule.error(
            "enum-value-number-changed",
            "An enum value keeps its number",
            "On the wire a value is its number: the two contracts read different values.");

    static final Rule RENAMED = Rule.error(
            "enum-value-renamed",
            "An enum value keeps its name",
            "JSON and the generated classes know a value by its name. Whether it still means the same, no tool can see.");

    static final Rule ZERO_CHANGED = Rule.error(
            "enum-default-changed",
            "The value of an unset enum stays",
            "Unset is not on the wire: every message that leaves the field out is read differently.");

    static final Rule ADDED = Rule.warning(
                    "enum-value-added",
                    "Readers know every value of an enum",
                    "Who has the old contract gets a value that it never saw: a number without a name, nothing at all in a"
                            + " closed enum, an error from most JSON readers. Deploy the readers first.")
            .showing("enum Status { UNKNOWN = 0; PAID = 1; LOST = 2; }", "enum Status { UNKNOWN = 0; PAID = 1; }");

    static final Rule ALIAS_CHANGED = Rule.warning(
            "enum-alias-changed",
            "Of several names of one number the first stays the first",
            "JSON is written with the first name.");

    static final Rule KIND_CHANGED = Rule.error(
            "enum-kind-changed",
            "An enum stays open or closed",
            "A closed enum hides a number that it does not know, an open one shows it.");

    /** All of them. */
    public static final List<Rule> ALL = List.of(
            NUMBER_NOT_RESERVED,
            NAME_NOT_RESERVED,
            RENUMBERED,
            RENAMED,
            ZERO_CHANGED,
            ADDED,
            ALIAS_CHANGED,
            KIND_CHANGED);

    private EnumChangeRules() {}
}

package dev.postroad.compiler.shape;

import com.google.protobuf.Descriptors.GenericDescriptor;
import dev.postroad.compiler.finding.Breakage;
import dev.postroad.compiler.finding.Rule;
import java.util.List;
import java.util.Optional;

/**
 * A change that breaks somebody.
 *
 * @param rule the rule that it breaks
 * @param at the element where it shows in the new contract: the changed one, or the former parent of a deleted one
 * @param was the element in the old contract; absent for one that is new
 * @param subject the full name of what has changed
 * @param message what has changed
 * @param fix the way to do it safely
 * @param breaks for whom
 */
public record Change(
        Rule rule,
        GenericDescriptor at,
        Optional<GenericDescriptor> was,
        String subject,
        String message,
        String fix,
        List<Breakage> breaks) {
    public Change {
        breaks = List.copyOf(breaks);
    }

    /** A change of an element that is named as it was. */
    static Change of(
            Rule rule, GenericDescriptor was, GenericDescriptor at, String message, String fix, Breakage... breaks) {
        return new Change(rule, at, Optional.of(was), was.getFullName(), message, fix, List.of(breaks));
    }

    /** A change by an element that is new. */
    static Change added(Rule rule, GenericDescriptor at, String message, String fix, Breakage... breaks) {
        return new Change(rule, at, Optional.empty(), at.getFullName(), message, fix, List.of(breaks));
    }
}

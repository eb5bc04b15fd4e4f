package dev.postroad.compiler.finding;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A rule of the gate, declared once: findings, the reference page and the list of what may be allowed are drawn from
 * it.
 *
 * @param id stable, in lower-case words joined by hyphens, such as {@code owner-unknown}
 * @param severity how much a finding of this rule weighs
 * @param holds what holds where the rule is kept, as a sentence without its full stop
 * @param because why that matters, one sentence or more
 * @param example how it is broken and kept; absent where the sentence says it all
 */
public record Rule(String id, Severity severity, String holds, String because, Optional<Example> example) {
    private static final Pattern ID = Pattern.compile("[a-z]+(-[a-z0-9]+)*");

    public Rule {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("a rule's id is lower-case words joined by hyphens, got " + id);
        }
    }

    /**
     * Two texts that differ in keeping a rule.
     *
     * @param broken the text that gets a finding
     * @param kept the text that gets none
     */
    public record Example(String broken, String kept) {}

    /** A rule whose findings must be mended. */
    public static Rule error(String id, String holds, String because) {
        return new Rule(id, Severity.ERROR, holds, because, Optional.empty());
    }

    /** A rule whose findings should be looked at. */
    public static Rule warning(String id, String holds, String because) {
        return new Rule(id, Severity.WARNING, holds, because, Optional.empty());
    }

    /** This rule with an example. */
    public Rule showing(String broken, String kept) {
        return new Rule(id, severity, holds, because, Optional.of(new Example(broken, kept)));
    }

    /** A finding of this rule that belongs to no topic. */
    public Finding at(Place place, String subject, String message, String fix) {
        return new Finding(this, place, "", subject, message, fix, List.of(), List.of());
    }

    @Override
    public String toString() {
        return id;
    }
}

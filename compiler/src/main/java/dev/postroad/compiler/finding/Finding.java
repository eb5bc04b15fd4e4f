package dev.postroad.compiler.finding;

import java.util.Comparator;

/**
 * Something about a bus repository that its owner should know.
 *
 * @param rule the stable id of the rule, such as {@code owner-unknown}
 * @param severity how much it weighs
 * @param place where it is
 * @param subject what it is about: a topic, a message, a service
 * @param message what is wrong, with the value
 * @param fix what to do about it
 */
public record Finding(String rule, Severity severity, Place place, String subject, String message, String fix)
        implements Comparable<Finding> {
    private static final Comparator<Finding> BY_PLACE =
            Comparator.comparing(Finding::place).thenComparing(Finding::rule).thenComparing(Finding::message);

    /** A finding that must be mended. */
    public static Finding error(String rule, Place place, String subject, String message, String fix) {
        return new Finding(rule, Severity.ERROR, place, subject, message, fix);
    }

    @Override
    public int compareTo(Finding other) {
        return BY_PLACE.compare(this, other);
    }

    /** One line, as a compiler prints it. */
    @Override
    public String toString() {
        return "%s: %s: %s; %s [%s]".formatted(place, severity, message, fix, rule);
    }
}

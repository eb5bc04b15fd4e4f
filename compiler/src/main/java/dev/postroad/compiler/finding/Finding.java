package dev.postroad.compiler.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Something about a bus repository that its owner should know.
 *
 * @param rule the rule that is broken
 * @param place where it is
 * @param topic the topic that it is about; empty if it is about none
 * @param subject what it is about: a topic, a message, a field, a service
 * @param message what is wrong, with the value
 * @param fix what to do about it
 * @param breaks for whom a change breaks, in the order of {@link Breakage}; empty if the finding is about no change
 * @param impact the services that the finding touches, in the order of their names
 */
public record Finding(
        Rule rule,
        Place place,
        String topic,
        String subject,
        String message,
        String fix,
        List<Breakage> breaks,
        List<Impact> impact)
        implements Comparable<Finding> {
    private static final Comparator<Finding> BY_PLACE = Comparator.comparing(Finding::place)
            .thenComparing(finding -> finding.rule().id())
            .thenComparing(Finding::subject)
            .thenComparing(Finding::message);

    public Finding {
        message = Printable.of(message);
        fix = Printable.of(fix);
        breaks = breaks.stream().distinct().sorted().toList();
        impact = impact.stream()
                .sorted(Comparator.comparing(Impact::service).thenComparing(Impact::use))
                .toList();
    }

    /** How much it weighs. */
    public Severity severity() {
        return rule.severity();
    }

    /** This finding, said to be about a topic. */
    public Finding about(String ofTopic) {
        return new Finding(rule, place, ofTopic, subject, message, fix, breaks, impact);
    }

    /** This finding, with those for whom the change breaks. */
    public Finding breaking(Collection<Breakage> whom) {
        return new Finding(rule, place, topic, subject, message, fix, List.copyOf(whom), impact);
    }

    /** This finding, with the services that it touches. */
    public Finding touching(List<Impact> services) {
        return new Finding(rule, place, topic, subject, message, fix, breaks, services);
    }

    /** This finding, with another message. */
    public Finding saying(String otherMessage) {
        return new Finding(rule, place, topic, subject, otherMessage, fix, breaks, impact);
    }

    @Override
    public int compareTo(Finding other) {
        return BY_PLACE.compare(this, other);
    }

    /** One line, as a compiler prints it. */
    @Override
    public String toString() {
        return "%s: %s: %s; %s [%s]".formatted(place, severity(), message, fix, rule);
    }
}

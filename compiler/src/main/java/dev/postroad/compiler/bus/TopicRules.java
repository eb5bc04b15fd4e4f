package dev.postroad.compiler.bus;

import dev.postroad.compiler.finding.Rule;
import dev.postroad.contract.topic.ContractProblem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules of one topic option. {@link dev.postroad.contract.topic.Contract#problems} says where they are broken. */
public final class TopicRules {
    static final Rule MISSING = Rule.error(
            "topic-missing",
            "A file of contracts/ holds a message with a topic, or types that a contract imports",
            "A message without a topic is carried by nothing.");

    /** All of them. */
    public static final List<Rule> ALL = List.of(
            MISSING,
            Rule.error(
                    "topic-name",
                    "A topic is named <domain>.<entity>.v<major>, in at most 120 characters",
                    "One form for all names lets people guess them, and rights be prefixes. Retry and dead-letter topics"
                            + " need room within Kafka's 249."),
            Rule.error("owner-missing", "A topic has an owner", "A topic without an owner has nobody to ask."),
            Rule.error("key-missing", "A compacted topic has a key", "Compaction keeps the newest record of each key."),
            Rule.error(
                    "key-field-missing",
                    "The key is a field of the message",
                    "The record's key is that field's value."),
            Rule.error(
                    "key-field-type",
                    "The key is a single string, bytes or integer outside a oneof",
                    "Only these have one text for one value, in every language."),
            Rule.error(
                    "retention", "A retention is a duration from 1m to 3650d", "Kafka's setting is computed from it."),
            Rule.error(
                    "expected-rate",
                    "An expected rate is a finite number, 0 or more",
                    "Partitions and quotas follow from it."),
            Rule.error("expected-size", "An expected size is 0 or more", "Partitions and storage follow from it."),
            Rule.error(
                    "partitions",
                    "An explicit number of partitions is between 1 and 10,000",
                    "More than a broker can serve helps nobody."),
            Rule.error(
                    "topic-option",
                    "An option's value is one that this Postroad knows",
                    "A contract of a newer Postroad means something that this one cannot keep."),
            Rule.error("legacy-name", "A legacy name is one that Kafka accepts", "It names a topic that is there."));

    private static final Map<String, Rule> BY_ID =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Rule::id, Function.identity()));

    private TopicRules() {}

    static Rule of(ContractProblem problem) {
        return Objects.requireNonNull(BY_ID.get(problem.rule()), problem.rule());
    }
}

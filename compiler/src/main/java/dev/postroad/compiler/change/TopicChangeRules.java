package dev.postroad.compiler.change;

import dev.postroad.compiler.finding.Rule;
import java.util.List;

/** The rules of contracts and topics that change. */
public final class TopicChangeRules {
    static final Rule DELETED = Rule.error(
            "contract-deleted",
            "A contract is deleted when its topic is RETIRING and no service declares it any more",
            "Who still uses the topic has a right to be told first, and the records that are there have a meaning only by"
                    + " their contract.");

    static final Rule RENAMED = Rule.error(
            "topic-renamed",
            "A topic keeps its name",
            "Kafka cannot rename: another name is another topic, without the records, offsets and rights of this one.");

    static final Rule PACKAGE_RENAMED = Rule.error(
            "package-renamed",
            "A package keeps its name",
            "It is part of the name of every type in it: in google.protobuf.Any, in JSON's @type, in contract versions,"
                    + " and in code.");

    static final Rule LEGACY_NAME = Rule.error(
            "legacy-name-changed",
            "An adopted topic keeps the name that Kafka knows it by",
            "Another name is another topic, without the records, offsets and rights of this one.");

    static final Rule KEY = Rule.error(
            "topic-key-changed",
            "A topic keeps its key",
            "Records of one thing go to another partition than before: they overtake each other, and compaction keeps"
                    + " both.");

    static final Rule CLEANUP = Rule.error(
            "topic-cleanup-changed",
            "A topic stays compacted, or not",
            "Compaction removes all but the newest record of each key, retention removes the state that compaction kept.");

    static final Rule RETENTION = Rule.error(
            "topic-retention-shortened",
            "Records are kept as long as before",
            "What is older is deleted for good, read or not.");

    static final Rule NARROWED_FOR_SUBSCRIBERS = Rule.error(
            "visibility-taken-from-subscribers",
            "A topic that other teams subscribe to stays PUBLIC",
            "Their services lose the right to read it.");

    static final Rule NARROWED = Rule.warning(
            "visibility-narrowed",
            "A PUBLIC topic stays PUBLIC",
            "No service of another team is declared now, and none can be from here on.");

    static final Rule OWNER = Rule.warning(
            "owner-changed",
            "Who uses a topic knows whom to ask",
            "Subscribers have to hear that another team answers, and rights to publish follow the owner.");

    static final Rule PUBLISHERS = Rule.warning(
            "publishers-narrowed",
            "Services that may publish a topic still may",
            "The service loses the right as soon as the bus is applied.");

    static final Rule STAGE = Rule.error(
            "stage-lowered",
            "A stage only goes up",
            "Subscribers of an ENFORCED topic rely on messages that keep their contract.");

    static final Rule PARTITIONS = Rule.warning(
            "partitions-decreased",
            "The number of partitions does not go down",
            "Kafka cannot take partitions away: the topic stays as it is, and the contract no longer says how it is.");

    /** All of them. */
    public static final List<Rule> ALL = List.of(
            DELETED,
            RENAMED,
            PACKAGE_RENAMED,
            LEGACY_NAME,
            KEY,
            CLEANUP,
            RETENTION,
            NARROWED_FOR_SUBSCRIBERS,
            NARROWED,
            OWNER,
            PUBLISHERS,
            STAGE,
            PARTITIONS);

    private TopicChangeRules() {}
}

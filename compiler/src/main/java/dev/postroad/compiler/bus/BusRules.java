package dev.postroad.compiler.bus;

import dev.postroad.compiler.finding.Rule;
import java.util.List;

/** The rules that need the whole repository. */
public final class BusRules {
    static final Rule TEAMS_MISSING = Rule.error(
            "teams-missing",
            "There is a teams.yaml",
            "Every topic and every service belongs to a team that can be asked.");

    static final Rule SERVICE_NAME = Rule.error(
            "service-name",
            "A service is named in lower-case words joined by hyphens, and its file is named like it",
            "Consumer groups and rights are prefixes of the service's name: a dot or a second spelling would open them.");

    static final Rule SUBSCRIPTION_NAME = Rule.error(
            "subscription-name",
            "A named subscription is named in lower-case words joined by hyphens",
            "Its consumer group is the service's name, a dot, and this: a second dot would be part of no group.");

    static final Rule SUBSCRIBED_TWICE = Rule.error(
            "subscribed-twice",
            "A group of a service subscribes to a topic once",
            "The records that one group reads reach one handler. To handle them twice takes two groups.");

    static final Rule OBJECTIVE = Rule.error(
            "objective",
            "A success objective is a share in percent, above 0 and up to 100",
            "Alerts are computed from it.");

    static final Rule TOPIC_NESTED = Rule.error(
            "topic-nested",
            "A message with a topic is not nested in another",
            "A contract is found at the top of its file, by people and by tools.");

    static final Rule TOPIC_WITH_TWO_MESSAGES = Rule.error(
            "topic-with-two-messages",
            "A topic carries one message",
            "Whoever reads a topic must know its type beforehand. Names that differ only in case are one name here: Kafka"
                    + " tells them apart, many tools and metrics do not.");

    static final Rule OWNER_UNKNOWN = Rule.error(
            "owner-unknown",
            "The owner of a topic is a team of teams.yaml",
            "A topic without an owner has nobody to ask.");

    static final Rule PUBLISHER_UNKNOWN = Rule.error(
            "publisher-unknown",
            "A listed publisher is a service of services/",
            "Rights are granted to declared services.");

    static final Rule TEAM_UNKNOWN = Rule.error(
            "team-unknown",
            "The team of a service is a team of teams.yaml",
            "Alerts go to the team that runs a service.");

    static final Rule TOPIC_UNKNOWN = Rule.error(
            "topic-unknown",
            "A topic that a service names has a contract",
            "A right to a topic that is not there grants nothing.");

    static final Rule PUBLISHER_NOT_ALLOWED = Rule.error(
            "publisher-not-allowed",
            "A topic is published by its owner's services and by those that the contract lists",
            "Readers rely on the owner for what is in the topic.");

    static final Rule SUBSCRIBER_NOT_ALLOWED = Rule.error(
            "subscriber-not-allowed",
            "A PRIVATE topic is read by its owner's services",
            "What is private may be changed without asking others.");

    static final Rule SERVICE_UNKNOWN = Rule.error(
            "service-unknown", "The service of a demo process is declared", "Its figures are shown under that name.");

    /** All of them. */
    public static final List<Rule> ALL = List.of(
            TEAMS_MISSING,
            SERVICE_NAME,
            SUBSCRIPTION_NAME,
            SUBSCRIBED_TWICE,
            OBJECTIVE,
            TOPIC_NESTED,
            TOPIC_WITH_TWO_MESSAGES,
            OWNER_UNKNOWN,
            PUBLISHER_UNKNOWN,
            TEAM_UNKNOWN,
            TOPIC_UNKNOWN,
            PUBLISHER_NOT_ALLOWED,
            SUBSCRIBER_NOT_ALLOWED,
            SERVICE_UNKNOWN);

    private BusRules() {}
}

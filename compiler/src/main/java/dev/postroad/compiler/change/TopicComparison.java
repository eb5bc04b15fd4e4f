package dev.postroad.compiler.change;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.postroad.compiler.finding.Breakage;
import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.finding.Impact;
import dev.postroad.compiler.finding.Rule;
import dev.postroad.contract.language.TopicOptions;
import dev.postroad.contract.language.TopicOptions.Cleanup;
import dev.postroad.contract.language.TopicOptions.Stage;
import dev.postroad.contract.language.TopicOptions.Visibility;
import dev.postroad.contract.topic.Retention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares what two versions of a contract say of their topic. Used once. */
final class TopicComparison {
    private final ContractPair pair;
    private final TopicOptions before;
    private final TopicOptions after;
    private final Places places;
    private final Users users;
    private final List<Finding> findings = new ArrayList<>();

    TopicComparison(ContractPair pair, Places places, Users users) {
        this.pair = pair;
        this.before = pair.oldTopic();
        this.after = pair.newTopic();
        this.places = places;
        this.users = users;
    }

    List<Finding> findings() {
        if (!before.equals(after)) {
            names();
            key();
            storage();
            rights();
            stage();
        } else {
            key();
        }
        return findings;
    }

    private void names() {
        if (!before.getName().equals(after.getName())) {
            add(
                    TopicChangeRules.RENAMED,
                    "name",
                    "topic '%s' is called '%s'".formatted(before.getName(), after.getName()),
                    "keep the name; or add a second contract with the new one, move publishers and subscribers, and retire"
                            + " this one",
                    Breakage.STORED_MESSAGES,
                    Breakage.OLD_PRODUCERS,
                    Breakage.OLD_CONSUMERS);
        } else if (!before.getLegacyName().equals(after.getLegacyName())) {
            add(
                    TopicChangeRules.LEGACY_NAME,
                    "legacy_name",
                    "Kafka's topic was '%s' and is '%s'".formatted(kafkaName(before), kafkaName(after)),
                    "keep the name; or add a second contract, and move publishers and subscribers",
                    Breakage.STORED_MESSAGES,
                    Breakage.OLD_PRODUCERS,
                    Breakage.OLD_CONSUMERS);
        }
    }

    private static String kafkaName(TopicOptions topic) {
        return topic.getLegacyName().isEmpty() ? topic.getName() : topic.getLegacyName();
    }

    /** A key whose field has got another name is the same key. */
    private void key() {
        var was = keyNumber(pair.before(), before);
        var is = keyNumber(pair.after(), after);
        if (was.equals(is) || before.getKey().equals(after.getKey())) {
            return;
        }
        add(
                TopicChangeRules.KEY,
                "key",
                "the key was %s and is %s".formatted(keyText(before), keyText(after)),
                "keep the key; for another one, use a new major version of the topic",
                Breakage.STORED_MESSAGES,
                Breakage.OLD_PRODUCERS,
                Breakage.OLD_CONSUMERS);
    }

    private static Optional<Integer> keyNumber(Descriptor message, TopicOptions topic) {
        return Optional.ofNullable(message.findFieldByName(topic.getKey())).map(FieldDescriptor::getNumber);
    }

    private static String keyText(TopicOptions topic) {
        return topic.getKey().isEmpty() ? "none" : "'" + topic.getKey() + "'";
    }

    private void storage() {
        if (before.getCleanup() != after.getCleanup()) {
            var isCompacted = after.getCleanup() == Cleanup.COMPACT;
            add(
                    TopicChangeRules.CLEANUP,
                    "cleanup",
                    isCompacted
                            ? "cleanup was DELETE and is COMPACT: of each key only the newest record will stay"
                            : "cleanup was COMPACT and is DELETE: state older than the retention will be gone",
                    "use a new topic, and fill it from this one",
                    Breakage.STORED_MESSAGES,
                    Breakage.OLD_CONSUMERS);
        } else if (before.getCleanup() != Cleanup.COMPACT) {
            retention();
        }
        if (after.getPartitions() > 0 && after.getPartitions() < before.getPartitions()) {
            add(
                    TopicChangeRules.PARTITIONS,
                    "partitions",
                    "partitions were %d and are %d".formatted(before.getPartitions(), after.getPartitions()),
                    "say the number that the topic has; fewer need a new topic");
        }
    }

    private void retention() {
        var was = retention(before);
        var is = retention(after);
        if (was.isPresent()
                && is.isPresent()
                && is.get().duration().compareTo(was.get().duration()) < 0) {
            add(
                    TopicChangeRules.RETENTION,
                    "retention",
                    "retention was %s and is %s: what is older will be deleted".formatted(was.get(), is.get()),
                    "keep it; or make sure that no subscriber reads or replays what is older, and approve it",
                    Breakage.STORED_MESSAGES,
                    Breakage.OLD_CONSUMERS);
        }
    }

    /** Empty if it is written wrongly, which is another finding. */
    private static Optional<Retention> retention(TopicOptions topic) {
        try {
            return Optional.of(
                    topic.getRetention().isEmpty() ? Retention.STANDARD : Retention.parse(topic.getRetention()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void rights() {
        if (!before.getOwner().equals(after.getOwner())) {
            add(
                    TopicChangeRules.OWNER,
                    "owner",
                    "the owner was '%s' and is '%s'".formatted(before.getOwner(), after.getOwner()),
                    "tell the subscribers, and list the old owner's services under publishers if they go on");
        }
        var gone = new TreeSet<>(before.getPublishersList());
        gone.removeAll(Set.copyOf(after.getPublishersList()));
        if (!gone.isEmpty()) {
            add(
                    TopicChangeRules.PUBLISHERS,
                    "publishers",
                    "%s may not publish any more".formatted(String.join(", ", gone)),
                    "make sure that nothing of it runs, then apply",
                    Breakage.OLD_PRODUCERS);
        }
        if (before.getVisibility() == Visibility.PUBLIC && after.getVisibility() == Visibility.PRIVATE) {
            narrowed();
        }
    }

    private void narrowed() {
        var strangers = users.touched(pair.topics(), Set.of(Breakage.OLD_CONSUMERS)).stream()
                .filter(user -> !user.team().equals(after.getOwner()))
                .map(Impact::service)
                .distinct()
                .toList();
        add(
                strangers.isEmpty() ? TopicChangeRules.NARROWED : TopicChangeRules.NARROWED_FOR_SUBSCRIBERS,
                "visibility",
                strangers.isEmpty()
                        ? "the topic was PUBLIC and is PRIVATE to team " + after.getOwner()
                        : "the topic was PUBLIC and is PRIVATE to team %s, and other teams subscribe: %s"
                                .formatted(after.getOwner(), String.join(", ", strangers)),
                strangers.isEmpty()
                        ? "keep PUBLIC if others may need it"
                        : "keep PUBLIC; or have them leave the topic first",
                Breakage.OLD_CONSUMERS);
    }

    private void stage() {
        if (before.getStage() == Stage.ENFORCED && after.getStage() == Stage.OBSERVED) {
            add(
                    TopicChangeRules.STAGE,
                    "stage",
                    "the stage was ENFORCED and is OBSERVED",
                    "keep ENFORCED, and mend what is refused",
                    Breakage.OLD_CONSUMERS);
        }
    }

    private void add(Rule rule, String option, String message, String fix, Breakage... breaks) {
        var subject = before.getName();
        var whom = List.of(breaks);
        findings.add(rule.at(places.ofTopicOption(pair.after(), option), subject, message, fix)
                .about(after.getName())
                .breaking(whom)
                .touching(users.touched(pair.topics(), whom)));
    }
}

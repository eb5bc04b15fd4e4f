package dev.postroad.contract.topic;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.postroad.contract.language.TopicOptions;
import dev.postroad.contract.language.TopicOptions.Cleanup;
import dev.postroad.contract.language.TopicOptions.Lifecycle;
import dev.postroad.contract.language.TopicOptions.Stage;
import dev.postroad.contract.language.TopicOptions.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a topic option must keep for its message to be a contract. */
final class ContractRules {
    /** What Kafka accepts as a topic's name ({@code org.apache.kafka.common.internals.Topic}). */
    private static final Pattern KAFKA_NAME = Pattern.compile("(?!\\.{1,2}$)[a-zA-Z0-9._-]{1,249}");

    private static final int MOST_PARTITIONS = 10_000;

    private final Descriptor message;
    private final TopicOptions options;
    private final List<ContractProblem> problems = new ArrayList<>();

    ContractRules(Descriptor message, TopicOptions options) {
        this.message = message;
        this.options = options;
    }

    static ContractProblem noTopic(Descriptor message) {
        return new ContractProblem(
                "topic-missing",
                message.getFullName(),
                "",
                message.getFullName() + " has no topic",
                "add option (postroad.topic) = { name: \"<domain>.<entity>.v1\" owner: \"<team>\" key: \"<field>\" }");
    }

    List<ContractProblem> problems() {
        name();
        owner();
        key();
        retention();
        numbers();
        enums();
        legacyName();
        return problems;
    }

    private void name() {
        if (options.getName().isEmpty()) {
            add("topic-name", "name", "the topic has no name", "add name: \"<domain>.<entity>.v1\"");
            return;
        }
        try {
            TopicName.parse(options.getName());
        } catch (IllegalArgumentException e) {
            add("topic-name", "name", String.valueOf(e.getMessage()), "rename the topic");
        }
    }

    private void owner() {
        if (options.getOwner().isBlank()) {
            add("owner-missing", "owner", "the topic has no owner", "add owner: \"<team>\", a team of teams.yaml");
        }
    }

    private void key() {
        var name = options.getKey();
        if (name.isEmpty()) {
            if (options.getCleanup() == Cleanup.COMPACT) {
                add(
                        "key-missing",
                        "cleanup",
                        "a compacted topic keeps the newest record of each key, and this one has no key",
                        "add key: \"<field>\", or use cleanup: DELETE");
            }
            return;
        }
        var field = message.findFieldByName(name);
        if (field == null) {
            add(
                    "key-field-missing",
                    "key",
                    "key '%s' is not a field of %s".formatted(name, message.getName()),
                    "name one of its fields: " + keyCandidates());
        } else if (!ContractKey.fits(field)) {
            add(
                    "key-field-type",
                    "key",
                    "key '%s' is %s".formatted(name, describe(field)),
                    "a key is a single string, bytes or integer outside a oneof; fields that fit: " + keyCandidates());
        }
    }

    private static String describe(FieldDescriptor field) {
        if (field.isMapField()) {
            return "a map";
        }
        if (field.isRepeated()) {
            return "repeated";
        }
        if (field.getRealContainingOneof() != null) {
            return "part of the oneof '%s'"
                    .formatted(field.getRealContainingOneof().getName());
        }
        return switch (field.getJavaType()) {
            case MESSAGE -> "a message (" + field.getMessageType().getFullName() + ")";
            case ENUM -> "an enum (" + field.getEnumType().getFullName() + ")";
            default ->
                "of type " + field.toProto().getType().name().substring(5).toLowerCase(Locale.ROOT);
        };
    }

    private String keyCandidates() {
        var candidates = message.getFields().stream()
                .filter(ContractKey::fits)
                .map(field -> field.getName())
                .limit(8)
                .collect(Collectors.joining(", "));
        return candidates.isEmpty() ? "none; add one" : candidates;
    }

    private void retention() {
        if (options.getRetention().isEmpty()) {
            return;
        }
        try {
            Retention.parse(options.getRetention());
        } catch (IllegalArgumentException e) {
            add("retention", "retention", String.valueOf(e.getMessage()), "it goes from 1m to 3650d");
        }
    }

    private void numbers() {
        var rate = options.getExpectedRate();
        if (!(rate >= 0) || Double.isInfinite(rate)) {
            add("expected-rate", "expected_rate", "expected_rate %s is no rate".formatted(rate), "messages per second");
        }
        if (options.getExpectedSize() < 0) {
            add(
                    "expected-size",
                    "expected_size",
                    "expected_size %d is negative".formatted(options.getExpectedSize()),
                    "bytes of one message");
        }
        if (options.getPartitions() < 0 || options.getPartitions() > MOST_PARTITIONS) {
            add(
                    "partitions",
                    "partitions",
                    "partitions %d is out of range".formatted(options.getPartitions()),
                    "between 1 and " + MOST_PARTITIONS + ", or leave it out");
        }
    }

    private void enums() {
        unknown("cleanup", options.getCleanup() == Cleanup.UNRECOGNIZED, options.getCleanupValue());
        unknown("visibility", options.getVisibility() == Visibility.UNRECOGNIZED, options.getVisibilityValue());
        unknown("stage", options.getStage() == Stage.UNRECOGNIZED, options.getStageValue());
        unknown("lifecycle", options.getLifecycle() == Lifecycle.UNRECOGNIZED, options.getLifecycleValue());
    }

    private void unknown(String option, boolean unknown, int value) {
        if (unknown) {
            add("topic-option", option, "%s %d is unknown".formatted(option, value), "use a newer Postroad");
        }
    }

    private void legacyName() {
        var name = options.getLegacyName();
        if (!name.isEmpty() && !KAFKA_NAME.matcher(name).matches()) {
            add(
                    "legacy-name",
                    "legacy_name",
                    "legacy_name '%s' is no name that Kafka accepts".formatted(name),
                    "letters, digits, '.', '_' and '-', at most 249");
        }
    }

    private void add(String rule, String option, String sentence, String fix) {
        problems.add(new ContractProblem(rule, message.getFullName(), option, sentence, fix));
    }
}

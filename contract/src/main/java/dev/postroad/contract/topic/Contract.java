package dev.postroad.contract.topic;

import com.google.protobuf.DescriptorProtos.SourceCodeInfo.Location;
import com.google.protobuf.Descriptors.Descriptor;
import dev.postroad.contract.language.ContractOptions;
import dev.postroad.contract.language.Documentation;
import dev.postroad.contract.language.TopicOptions;
import dev.postroad.contract.language.TopicOptions.Cleanup;
import dev.postroad.contract.language.TopicOptions.Lifecycle;
import dev.postroad.contract.language.TopicOptions.Stage;
import dev.postroad.contract.language.TopicOptions.Visibility;
import dev.postroad.contract.version.ContractVersion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The contract of one topic: the message that it carries, who owns it, and what the owner intends.
 *
 * <p>A contract is read from the message's descriptor by {@link #of}, and cannot be wrong once it is there.
 */
public final class Contract {
    private final Descriptor message;
    private final TopicOptions options;
    private final TopicName topic;
    private final String kafkaTopic;
    private final Retention retention;
    private final Optional<ContractKey> key;
    private final ContractVersion version;

    private Contract(Descriptor message, TopicOptions options) {
        this.message = message;
        this.options = options;
        this.topic = TopicName.parse(options.getName());
        this.kafkaTopic = options.getLegacyName().isEmpty() ? topic.toString() : options.getLegacyName();
        this.retention =
                options.getRetention().isEmpty() ? Retention.STANDARD : Retention.parse(options.getRetention());
        this.key = options.getKey().isEmpty()
                ? Optional.empty()
                : Optional.of(new ContractKey(message.findFieldByName(options.getKey())));
        this.version = ContractVersion.of(message);
    }

    /**
     * The contract that a message's descriptor holds.
     *
     * @throws InvalidContractException if there is none, with every reason
     */
    public static Contract of(Descriptor message) {
        var problems = problems(message);
        if (!problems.isEmpty()) {
            throw new InvalidContractException(message.getFullName() + " is no contract", problems);
        }
        return new Contract(message, ContractOptions.topic(message).orElseThrow());
    }

    /** Why a message is no contract; empty if it is one. */
    public static List<ContractProblem> problems(Descriptor message) {
        return ContractOptions.topic(message)
                .map(options -> new ContractRules(message, options).problems())
                .orElseGet(() -> List.of(ContractRules.noTopic(message)));
    }

    /** The message that the topic carries. */
    public Descriptor message() {
        return message;
    }

    /** The topic's name in the contract language. */
    public TopicName topic() {
        return topic;
    }

    /** The name that Kafka knows the topic by: the contract's, unless an existing topic was adopted. */
    public String kafkaTopic() {
        return kafkaTopic;
    }

    /** The team that owns the topic. */
    public String owner() {
        return options.getOwner();
    }

    /** The field whose value is the record's key; empty if records have none. */
    public Optional<ContractKey> key() {
        return key;
    }

    /** What becomes of old records. */
    public Cleanup cleanup() {
        return options.getCleanup();
    }

    /** How long a record is kept at least; of no meaning for a compacted topic. */
    public Retention retention() {
        return retention;
    }

    /** Messages per second expected at peak, if the owner said so. */
    public OptionalDouble expectedRate() {
        var rate = options.getExpectedRate();
        return rate > 0 ? OptionalDouble.of(rate) : OptionalDouble.empty();
    }

    /** Bytes of one serialised message on average, if the owner said so. */
    public OptionalLong expectedSize() {
        var size = options.getExpectedSize();
        return size > 0 ? OptionalLong.of(size) : OptionalLong.empty();
    }

    /** Who may subscribe. */
    public Visibility visibility() {
        return options.getVisibility();
    }

    /** The number of partitions, if the owner fixed it. */
    public OptionalInt partitions() {
        var partitions = options.getPartitions();
        return partitions > 0 ? OptionalInt.of(partitions) : OptionalInt.empty();
    }

    /** How strictly the contract is kept. */
    public Stage stage() {
        return options.getStage();
    }

    /** Where the topic is in its life. */
    public Lifecycle lifecycle() {
        return options.getLifecycle();
    }

    /** The name of the existing topic that was adopted. */
    public Optional<String> legacyName() {
        return Optional.of(options.getLegacyName()).filter(name -> !name.isEmpty());
    }

    /** The services that publish, where not only the owner's do. */
    public List<String> publishers() {
        return options.getPublishersList();
    }

    /** The version of the contract, equal wherever it is read. */
    public ContractVersion version() {
        return version;
    }

    /** This contract where its topic has another name on the cluster. */
    public Contract at(String name) {
        return name.equals(kafkaTopic())
                ? this
                : new Contract(message, options.toBuilder().setLegacyName(name).build());
    }

    /** The comment before the message; empty if the descriptor has no source information, as in a generated class. */
    public String description() {
        return message.getFile().toProto().getSourceCodeInfo().getLocationList().stream()
                .filter(location -> location.getPathList().equals(path(message)))
                .map(Location::getLeadingComments)
                .map(Documentation::of)
                .findFirst()
                .orElse("");
    }

    private static List<Integer> path(Descriptor message) {
        var parent = message.getContainingType();
        return parent == null
                ? List.of(4, message.getIndex())
                : Stream.concat(path(parent).stream(), Stream.of(3, message.getIndex()))
                        .toList();
    }

    @Override
    public String toString() {
        return topic + " (" + message.getFullName() + ')';
    }
}

package dev.postroad.contract.topic;

import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import dev.postroad.contract.check.Check;
import dev.postroad.contract.check.GeneratedCheck;
import dev.postroad.contract.check.ProtovalidateCheck;

/**
 * A topic, typed by the message that it carries. Postroad's Maven plugin generates a constant for each topic of a
 * service; {@link #of} makes one from the message's class. Immutable, and safe for use by several threads.
 *
 * @param <M> the message that the topic carries
 */
public final class Topic<M extends Message> {
    private final Contract contract;
    private final Parser<M> parser;
    private final Check<M> check;

    private Topic(Contract contract, Parser<M> parser, Check<M> check) {
        this.contract = contract;
        this.parser = parser;
        this.check = check;
    }

    /**
     * The topic of a generated message class, with the check that was generated beside it; without one, protovalidate's
     * library evaluates the constraints.
     *
     * @throws IllegalArgumentException if the class is no generated message, or a constraint does not compile
     * @throws InvalidContractException if the message is no contract
     * @throws IllegalStateException if the check beside the class is of another version
     */
    // A generated class's parser parses that class.
    @SuppressWarnings("unchecked")
    public static <M extends Message> Topic<M> of(Class<M> type) {
        var message = defaultInstance(type);
        var contract = Contract.of(message.getDescriptorForType());
        var check = GeneratedCheck.find(type, contract.version())
                .orElseGet(() -> new ProtovalidateCheck<>(contract.message()));
        return new Topic<>(contract, (Parser<M>) message.getParserForType(), check);
    }

    private static Message defaultInstance(Class<? extends Message> type) {
        try {
            return (Message) type.getMethod("getDefaultInstance").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "%s is no generated message class; name the class that protoc generated from the contract"
                            .formatted(type.getName()),
                    e);
        }
    }

    /** The contract that binds the message to the topic. */
    public Contract contract() {
        return contract;
    }

    /** This topic where it has another name on the cluster. */
    public Topic<M> at(String name) {
        return new Topic<>(contract.at(name), parser, check);
    }

    /** Parses records of the topic. */
    public Parser<M> parser() {
        return parser;
    }

    /** The contract's constraints. */
    public Check<M> check() {
        return check;
    }

    /** The topic's name in the contract language. */
    @Override
    public String toString() {
        return contract.topic().toString();
    }
}

package dev.postroad.client.publish;

import com.google.protobuf.Message;
import dev.postroad.contract.check.Check;
import dev.postroad.contract.check.Violation;
import dev.postroad.contract.language.TopicOptions.Cleanup;
import dev.postroad.contract.language.TopicOptions.Stage;
import dev.postroad.contract.topic.Contract;
import dev.postroad.contract.version.ContractVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;

/**
 * What a contract asks of a message before it is sent: its constraints, a value of the key field, and the contract's
 * version in a header. Immutable, and safe for use by several threads.
 *
 * @param <M> the message type that the contract binds to its topic
 */
public final class Admission<M extends Message> {
    private static final String KEY_RULE = "postroad.key";

    private final Contract contract;
    private final Check<? super M> check;
    private final byte[] version;

    /** What a contract asks, of which the check knows the constraints. */
    public Admission(Contract contract, Check<? super M> check) {
        this.contract = contract;
        this.check = check;
        this.version = contract.version().bytes();
    }

    /** The contract that messages are held to. */
    public Contract contract() {
        return contract;
    }

    /**
     * What the message breaks: constraints of the contract, or a key that is not set.
     *
     * @throws IllegalArgumentException if the message is of another type than the contract's
     */
    public List<Violation> violations(M message) {
        return violations(message, key(message));
    }

    /** What the message breaks, where its key is known. */
    List<Violation> violations(M message, Optional<byte[]> key) {
        var violations = check.violations(message);
        var keyField = contract.key();
        if (keyField.isEmpty() || key.isPresent()) {
            return violations;
        }
        var all = new ArrayList<>(violations);
        all.add(new Violation(keyField.get().field().getName(), KEY_RULE, "the record's key must be set"));
        return List.copyOf(all);
    }

    /** A generic caller can get past the compiler, and a dynamic message has no type that the compiler knows. */
    private void requireType(Message message) {
        var type = message.getDescriptorForType();
        if (type != contract.message()) {
            var sameName = type.getFullName().equals(contract.message().getFullName());
            throw new IllegalArgumentException("topic %s carries %s, not %s"
                    .formatted(
                            contract.kafkaTopic(),
                            contract.message().getFullName(),
                            sameName ? "a type of the same name from another descriptor" : type.getFullName()));
        }
    }

    /** Whether a message with violations is refused; otherwise it is sent, and counted. */
    public boolean isEnforced() {
        return contract.stage() == Stage.ENFORCED;
    }

    /** What is thrown for a message with violations. */
    public MessageRefusedException refusal(List<Violation> violations) {
        return new MessageRefusedException(contract.kafkaTopic(), violations);
    }

    /**
     * The key of a message's record; empty if the contract has none, or the message does not set it.
     *
     * @throws IllegalArgumentException if the message is of another type than the contract's
     */
    public Optional<byte[]> key(M message) {
        requireType(message);
        return contract.key().flatMap(field -> field.of(message));
    }

    /**
     * The key of a record without a value, which deletes what a compacted topic holds under it.
     *
     * @param key the value of the contract's key field, as the field's Java type is
     * @throws IllegalStateException if the topic is not compacted
     * @throws IllegalArgumentException if the key is of another type, or empty
     */
    public byte[] deleted(Object key) {
        if (contract.cleanup() != Cleanup.COMPACT) {
            throw new IllegalStateException(
                    "topic %s is not compacted, so its messages are not deleted by key; say cleanup: COMPACT in its contract"
                            .formatted(contract.kafkaTopic()));
        }
        return contract.key()
                .orElseThrow(() -> new IllegalStateException("topic %s has no key".formatted(contract.kafkaTopic())))
                .ofValue(key);
    }

    /** Lets a record's headers say the version of the contract, and no other. Headers that say it are left alone. */
    public void stamp(Headers headers) {
        var last = headers.lastHeader(ContractVersion.HEADER);
        if (last != null) {
            if (Arrays.equals(last.value(), version)) {
                return;
            }
            headers.remove(ContractVersion.HEADER);
        }
        headers.add(ContractVersion.HEADER, version);
    }
}

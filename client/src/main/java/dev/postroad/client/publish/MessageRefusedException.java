package dev.postroad.client.publish;

import dev.postroad.contract.check.Violation;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The message breaks its contract and was not sent. The caller must act. To Kafka's own clients it is a message that
 * cannot be serialised.
 */
public final class MessageRefusedException extends SerializationException {
    private static final long serialVersionUID = 1;

    private final transient List<Violation> violations;

    MessageRefusedException(String topic, List<Violation> violations) {
        super(violations.stream()
                .map(Violation::toString)
                .collect(Collectors.joining("; ", "refused by the contract of " + topic + ": ", "")));
        this.violations = violations;
    }

    /** Everything that is wrong, in the order of the fields. */
    public List<Violation> violations() {
        return violations;
    }
}

package dev.postroad.contract.check;

import com.google.protobuf.Message;
import java.util.List;

/**
 * The constraints of one message type. Implementations are safe for use by several threads at once and remember nothing
 * between calls.
 *
 * @param <M> the message type
 */
@FunctionalInterface
public interface Check<M extends Message> {
    /** What the message breaks, in the order of its fields; empty for a valid message. */
    List<Violation> violations(M message);

    /** Whether the message breaks nothing; false also where a rule cannot be evaluated. It may be quicker to tell. */
    default boolean isValid(M message) {
        return violations(message).isEmpty();
    }
}

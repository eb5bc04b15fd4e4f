package dev.postroad.client.subscribe;

import dev.postroad.contract.check.Violation;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A record does not hold a valid message of its topic. Its publisher, or whoever runs an older contract here, must act.
 */
public final class UnreadableRecordException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableRecordException(String message) {
        super(message);
    }

    UnreadableRecordException(String message, Throwable cause) {
        super(message, cause);
    }

    static UnreadableRecordException violating(List<Violation> violations) {
        return new UnreadableRecordException(violations.stream()
                .map(Violation::toString)
                .collect(Collectors.joining("; ", "the message breaks its contract: ", "")));
    }
}

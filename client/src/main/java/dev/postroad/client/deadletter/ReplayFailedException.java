package dev.postroad.client.deadletter;

import dev.postroad.contract.topic.DerivedTopics;
import org.jspecify.annotations.Nullable;

/** A dead letter could not be given back; those before it were, and the replay may be repeated. */
public final class ReplayFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ReplayFailedException(DerivedTopics derived, @Nullable Throwable cause) {
        super(
                "a dead letter of %s on %s could not be given back: %s; those before it were, and the replay may be repeated"
                        .formatted(derived.group(), derived.topic(), cause == null ? "" : cause.getMessage()),
                cause);
    }
}

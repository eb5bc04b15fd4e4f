package dev.postroad.broker.embedded;

import org.jspecify.annotations.Nullable;

/** An embedded broker could not be started; the message names what stood in the way, and the way out. */
public final class BrokerStartException extends RuntimeException {
    BrokerStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

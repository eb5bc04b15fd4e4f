package dev.postroad.broker.embedded;

import java.util.Optional;

/**
 * The end of a broker that nobody closed, for instance because its data directory vanished.
 *
 * @param message what happened, as a sentence for the person who runs the program
 * @param cause what Kafka gave as the reason, if it gave any
 */
public record BrokerFailure(String message, Optional<Throwable> cause) {}

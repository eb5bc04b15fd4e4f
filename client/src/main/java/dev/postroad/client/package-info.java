/**
 * The client: {@link dev.postroad.client.Bus} publishes and subscribes typed messages that keep their contract.
 *
 * <pre>{@code
 * try (var bus = Bus.connect("billing")) {
 *     bus.subscribe(OrderPlaced.class, (order, context) -> bill(order));
 *     bus.runUntilShutdown();
 * }
 * }</pre>
 *
 * <p>Topic, key and owner come from the message's contract, so there is nothing to configure but where the bus is. A
 * {@code Bus} is safe for use by several threads, is meant to live as long as the process, and is closed once.
 */
@NullMarked
package dev.postroad.client;

import org.jspecify.annotations.NullMarked;

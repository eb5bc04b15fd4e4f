/**
 * GitHub's webhooks, and how each becomes a message of the bus.
 *
 * <p>{@link dev.postroad.examples.github.webhook.WebhookFile} reads payloads from a file;
 * {@link dev.postroad.examples.github.webhook.Mappings} knows for each event that has a contract how its JSON becomes
 * the typed message. A mapping is a function of the payload alone. It takes what the contract asks for and leaves unset
 * what the payload does not say: whether the message may be sent is the contract's affair, not the mapping's.
 *
 * <p>Everything here is stateless or immutable, and may be shared between threads.
 */
@NullMarked
package dev.postroad.examples.github.webhook;

import org.jspecify.annotations.NullMarked;

/**
 * Subscribing: a handler is called for each record of a topic, or for batches of them, in the order that its
 * {@link dev.postroad.client.subscribe.Mode} keeps, and the offset is committed after the handler has returned.
 *
 * <p>A service has one consumer group, named like the service, and one for each name that its subscriptions are given
 * ({@link dev.postroad.client.subscribe.SubscriptionOptions#named}); handlers run in lanes
 * ({@link dev.postroad.client.lane}). A record whose handler throws, or which cannot be read, is tried again after a
 * pause that grows from one second to thirty; until then what has to keep its order behind it waits, and all else goes
 * on. Nothing is skipped, and a crash repeats at most what was handled since the last commit: handlers must bear a
 * repetition.
 */
@NullMarked
package dev.postroad.client.subscribe;

import org.jspecify.annotations.NullMarked;

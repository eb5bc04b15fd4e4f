/**
 * Subscribing: a handler is called for each record of a topic, in the order of its partition, and the offset is
 * committed after the handler has returned.
 *
 * <p>A service has one consumer group, named like the service, and one thread that polls and calls the handlers of all
 * its subscriptions. A record whose handler throws, or which cannot be read, is tried again after a pause that grows
 * from one second to thirty; until then its partition waits and all others go on. Nothing is skipped, and a crash
 * repeats at most the records since the last commit: handlers must bear a repetition.
 */
@NullMarked
package dev.postroad.client.subscribe;

import org.jspecify.annotations.NullMarked;

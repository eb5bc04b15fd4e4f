/**
 * What becomes of records that a handler could not handle.
 *
 * <p>{@link dev.postroad.client.retry.Retries} decides, as a function of values: wait in place, wait in one of the
 * group's own topics for delayed retries, or go to its topic for dead letters. {@link dev.postroad.client.retry.Relay}
 * moves a record there, and does not give up: while it cannot be stored, the group's offset stays before it.
 * {@link dev.postroad.client.retry.Trail} is what a moved record says about itself in its headers.
 *
 * <p>{@link dev.postroad.client.retry.Breaker} tells records that are bad from an outside world that is down: when most
 * records fail, no further ones are started, and none of them becomes a dead letter for it.
 */
@NullMarked
package dev.postroad.client.retry;

import org.jspecify.annotations.NullMarked;

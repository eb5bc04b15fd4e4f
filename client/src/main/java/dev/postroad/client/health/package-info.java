/**
 * Whether a process does its work, judged by the progress of its partitions.
 *
 * <p>{@link dev.postroad.client.health.PartitionHealth} and {@link dev.postroad.client.health.GroupHealth} are pure
 * functions of what the polling thread last saw. A process is restarted for what a restart can mend: a handler that
 * does not return, a thread that has died. Not for a rebalance, an idle topic, a pause, an outage of the brokers or of
 * what the handlers need. {@link dev.postroad.client.health.HealthServer} tells it by HTTP.
 */
@NullMarked
package dev.postroad.client.health;

import org.jspecify.annotations.NullMarked;

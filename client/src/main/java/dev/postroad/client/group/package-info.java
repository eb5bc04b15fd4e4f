/**
 * A service's membership in a consumer group: the thread that polls, and what it owns.
 *
 * <p>{@link dev.postroad.client.group.GroupLoop} is the thread; {@link dev.postroad.client.group.Member} is what it
 * does in each turn: join topics, poll, route records to lanes, commit how far they are finished. Only that thread
 * touches Kafka's consumer. What is done with a record is not here, but in the lanes.
 */
@NullMarked
package dev.postroad.client.group;

import org.jspecify.annotations.NullMarked;

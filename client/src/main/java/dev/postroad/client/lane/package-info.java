/**
 * The lanes on which a subscription's records are handled.
 *
 * <p>The thread that polls only routes: it puts each record into a lane, and a worker runs the lane. A lane is run by
 * one worker at a time, so records of one lane keep their order; different lanes run side by side. Which lane a record
 * goes to is the mode of the subscription: its partition's lane, or its key's.
 *
 * <p>An {@link dev.postroad.client.lane.Assignment} is a partition for as long as this process has it. It holds the
 * records in flight in their order, and says how far the group may commit: up to the first record that is not finished.
 * What a lane finishes after the assignment has ended changes nothing, because the records belong to the assignment and
 * not to the partition.
 *
 * <p>Only the polling thread touches an assignment's records and offers to lanes. Lanes touch a record's state, and the
 * assignment's end. A record is handled by no two threads at once.
 *
 * <p>Nothing here knows messages, contracts or topics; nothing here talks to Kafka.
 */
@NullMarked
package dev.postroad.client.lane;

import org.jspecify.annotations.NullMarked;

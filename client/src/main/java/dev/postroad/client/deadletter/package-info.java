/**
 * The records that a consumer group has given up: looking at them, and giving them back to that group alone.
 *
 * <p>Dead letters are records of the topic {@code <topic>.<group>.dlt}. Nothing removes them before their time is over;
 * that one was replayed is told by a marker behind it in the same partition, so whoever looks sees what is still open.
 */
@NullMarked
package dev.postroad.client.deadletter;

import org.jspecify.annotations.NullMarked;

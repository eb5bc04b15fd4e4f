/**
 * The service {@code activity}: it knows how busy the repositories are, and how many of their builds succeed.
 *
 * <p>{@link dev.postroad.examples.github.activity.Activity} is the process, one subscription for each topic that
 * {@code services/activity.yaml} declares. {@link dev.postroad.examples.github.activity.ActivityBoard} is what it
 * knows: points for each event of the last minute, and the conclusions of the last hundred runs. It takes messages of
 * all topics, from whatever thread handles them, and begins empty with each start.
 */
@NullMarked
package dev.postroad.examples.github.activity;

import org.jspecify.annotations.NullMarked;

/**
 * The service {@code github-feed}: it plays GitHub, and publishes the webhooks of a file as typed messages.
 *
 * <p>{@link dev.postroad.examples.github.feed.Feed} is the process. It has two ways to go through the file: at a gentle
 * rate, round after round, or each payload exactly once, with a sum at the end. In between it publishes messages that
 * are {@linkplain dev.postroad.examples.github.feed.Breakage broken on purpose}, each a real message with one thing
 * wrong, which the publisher must refuse.
 *
 * <p>Payloads are published by one thread; deliveries are counted by whichever thread the client reports them on.
 */
@NullMarked
package dev.postroad.examples.github.feed;

import org.jspecify.annotations.NullMarked;

/**
 * Whether the contracts of a repository are compatible with those of a baseline.
 *
 * <p>{@link dev.postroad.compiler.change.Compatibility} finds the contracts that belong together, walks from each
 * topic's message over everything that it holds, has each pair of types compared by
 * {@link dev.postroad.compiler.shape}, compares the topics, and gives every finding its place, its topics and the
 * services that it touches. A type that several topics reach is compared, and reported, once.
 *
 * <p>It is a pure function: the same two sets of files give the same findings in the same order.
 */
@NullMarked
package dev.postroad.compiler.change;

import org.jspecify.annotations.NullMarked;

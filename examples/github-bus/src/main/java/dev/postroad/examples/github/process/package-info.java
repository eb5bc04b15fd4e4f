/**
 * What the example's processes have in common: how they end, and how they show their result.
 *
 * <p>A process ends on SIGTERM and when its standard input ends, so that it never outlives whoever started it. Each
 * line on its standard output is its latest result, in a sentence; personal data is not part of it.
 */
@NullMarked
package dev.postroad.examples.github.process;

import org.jspecify.annotations.NullMarked;

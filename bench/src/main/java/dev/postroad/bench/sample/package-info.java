/**
 * The messages that validation is measured with.
 *
 * <p>A {@link dev.postroad.bench.sample.Shape} is a contract with messages that keep it, messages of which each breaks
 * one rule, and a check written by hand. All are made up from a seed, and are the same in every run.
 */
@NullMarked
package dev.postroad.bench.sample;

import org.jspecify.annotations.NullMarked;

/**
 * How long {@code postroad check} takes over a large bus, each time in a fresh JVM as a user starts it.
 *
 * <p>{@link dev.postroad.bench.check.CheckBench} is the program; the rest is what it is made of.
 */
@NullMarked
package dev.postroad.bench.check;

import org.jspecify.annotations.NullMarked;

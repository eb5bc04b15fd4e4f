/**
 * Random contracts and random messages, judged by protovalidate's library and by checks that must agree with it.
 *
 * <p>A {@link dev.postroad.compiler.differential.RandomContract} is a {@code .proto} file that follows from its seed;
 * {@link dev.postroad.compiler.differential.Contracts} compiles many at once. A
 * {@link dev.postroad.compiler.differential.RandomMessage} has values near the limits that the contract draws. A
 * {@link dev.postroad.compiler.differential.Comparison} asks two checks about each message and shows the smallest
 * message on which they differ, with its seed. {@link dev.postroad.compiler.differential.Coverage} counts which rules
 * were kept and broken, so that a generator that misses one is noticed.
 * {@link dev.postroad.compiler.differential.GeneratedClasses} has the same contracts as Java classes.
 */
@NullMarked
package dev.postroad.compiler.differential;

import org.jspecify.annotations.NullMarked;

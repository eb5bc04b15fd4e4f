/**
 * Reads CEL: type-checks an expression as protovalidate does and turns what dev.cel's checker found into an
 * {@link dev.postroad.compiler.expression.Expression}.
 *
 * <p>{@link dev.postroad.compiler.cel.CelReader} is the door. The environment has the declarations, macros and options
 * of protovalidate 1.3.0, so that what compiles here compiles there. An expression that is correct but has a part
 * without a static type, or without a function of ours, is {@link dev.postroad.compiler.cel.CelOutcome.Uncompilable},
 * with that part named.
 *
 * <p>The value of an Expression is what dev.cel 0.14.0 computes, its peculiarities with wrapper messages, null and
 * 32-bit unsigned numbers among them: {@link dev.postroad.compiler.cel.Selections} and
 * {@link dev.postroad.compiler.cel.Comparisons} say them in the tree, so that back ends need not know. Readers may be
 * shared between threads.
 */
@NullMarked
package dev.postroad.compiler.cel;

import org.jspecify.annotations.NullMarked;

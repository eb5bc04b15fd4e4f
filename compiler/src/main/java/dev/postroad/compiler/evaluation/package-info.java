/**
 * Expressions as closures: each node of an {@link dev.postroad.compiler.expression.Expression} becomes an object that
 * asks the objects of its parts, so that a message without a generated class can be judged without code being
 * generated.
 *
 * <p>A {@link dev.postroad.compiler.evaluation.Verdict} is an expression that is ready to be asked, and a
 * {@link dev.postroad.compiler.evaluation.FieldValue} reads a message by its descriptor. Both speak of values in the
 * Java types that {@link dev.postroad.contract.cel} maps CEL's to, boxed; numbers of 32 bits are widened, an enum value
 * is its number, and lists are views of the message's own wherever they can be.
 *
 * <p>Everything here is immutable once made and may be asked by any thread; what an evaluation has to remember lies in
 * an array of its own. A rule that has no value for a message ends with an
 * {@link dev.postroad.contract.cel.EvaluationException}.
 */
@NullMarked
package dev.postroad.compiler.evaluation;

import org.jspecify.annotations.NullMarked;

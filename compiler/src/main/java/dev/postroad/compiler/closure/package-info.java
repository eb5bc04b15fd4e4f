/**
 * A rule plan as closures over any message: the back end for messages that have no generated class, and for generated
 * classes whose build made no check.
 *
 * <p>{@link dev.postroad.compiler.closure.ClosureCheck} is the door. Each part of a
 * {@link dev.postroad.compiler.plan.RulePlan} becomes a demand on a value, which can say whether it is met, and what
 * breaks it. The first is asked of every message and the second of broken ones only, so that paths and sentences are
 * made for these alone.
 *
 * <p>A demand is asked with values in the Java types that {@link dev.postroad.contract.cel} maps CEL's to; a wrapper
 * message (google.protobuf.Int64Value and others) stays one until a rule is about what is in it. Demands are immutable
 * once a plan is compiled and may be asked by any thread.
 */
@NullMarked
package dev.postroad.compiler.closure;

import org.jspecify.annotations.NullMarked;

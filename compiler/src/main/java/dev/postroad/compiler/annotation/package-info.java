/**
 * Reads protovalidate's annotations into a rule plan.
 *
 * <p>{@link dev.postroad.compiler.annotation.PlanReader} is the door: it walks from a message through all that it
 * reaches, value by value, in the order in which protovalidate 1.3.0 sets up its evaluators. Standard rules come from
 * {@link dev.postroad.compiler.standard.StandardRules}, CEL from {@link dev.postroad.compiler.cel.CelReader}.
 *
 * <p>Where protovalidate's Java library departs from its own specification in a way that leaves rules unchecked or
 * breaks off, the plan keeps to the specification: {@code docs/explanation/validation.md} lists these places.
 */
@NullMarked
package dev.postroad.compiler.annotation;

import org.jspecify.annotations.NullMarked;

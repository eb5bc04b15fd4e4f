/**
 * Buf as the oracle of the rules about changes: random contracts, random changes, and two opinions on them.
 *
 * <p>A {@link dev.postroad.compiler.oracle.Schema} is a topic's message with what it uses, a
 * {@link dev.postroad.compiler.oracle.Mutation} changes it, {@link dev.postroad.compiler.oracle.ProtoText} writes it
 * down, and {@link dev.postroad.compiler.oracle.Buf} says what breaks, as Postroad does. What Buf finds and Postroad
 * passes is a mistake, unless the page {@code docs/explanation/buf-differences.md} gives a reason for Buf's rule.
 *
 * <p>Chance comes from one seed for each schema, which a failure names.
 */
@NullMarked
package dev.postroad.compiler.oracle;

import org.jspecify.annotations.NullMarked;

/**
 * How the validation constraints of one element have changed, by what they accept and not by how they are written.
 *
 * <p>{@link dev.postroad.compiler.limit.Constraints} holds two sets of protovalidate's rules against each other. Rules
 * that limit the same thing are judged together: bounds, lists and constants as a set of values, lengths as a range,
 * well-known formats as a set of texts. What cannot be decided (regular expressions, CEL) is called
 * {@link dev.postroad.compiler.limit.Direction#UNDECIDABLE} unless it is equal.
 *
 * <p>Not here: for whom a change breaks, and where it stands in a file. Everything is a pure function of its arguments.
 */
@NullMarked
package dev.postroad.compiler.limit;

import org.jspecify.annotations.NullMarked;

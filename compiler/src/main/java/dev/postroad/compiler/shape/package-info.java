/**
 * How messages and enums have changed: fields, numbers, types, presence, oneofs, values, and their constraints.
 *
 * <p>A comparison takes two versions of one type and says each {@link dev.postroad.compiler.shape.Change}, with the
 * rule that it breaks, for whom, and the way to do it safely. One cause is one change: two fields that trade their
 * numbers are a swap, and not two renames. Which types belong together is found by
 * {@link dev.postroad.compiler.shape.TypePair#inner}, field by field.
 *
 * <p>Not here: topics, places in files, and the services that a change touches. Comparisons keep no state between
 * types; the descriptors of both sides must have been parsed with the contract language's registry.
 */
@NullMarked
package dev.postroad.compiler.shape;

import org.jspecify.annotations.NullMarked;

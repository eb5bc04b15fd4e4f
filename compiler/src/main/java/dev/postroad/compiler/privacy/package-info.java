/**
 * Fields that look as if they held data about a person, and whether the contract says so.
 *
 * <p>What a field holds is guessed from its name, word by word, and from its rules; nobody's guess is always right, so
 * the contract may answer {@code (postroad.personal_data) = false}. A mark on a field of a message type covers all that
 * lies below it.
 */
@NullMarked
package dev.postroad.compiler.privacy;

import org.jspecify.annotations.NullMarked;

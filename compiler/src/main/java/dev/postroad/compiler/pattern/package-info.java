/**
 * Patterns in RE2's syntax, as protovalidate's rules and CEL's {@code matches} have them, and what recognizes the texts
 * that they match.
 *
 * <p>{@link dev.postroad.compiler.pattern.Patterns} is the door. A pattern is parsed into
 * {@link dev.postroad.compiler.pattern.PatternNode nodes}, from which an automaton is built. RE2's Java library, with
 * which protovalidate evaluates patterns, is the authority: it says whether a pattern is one, and it is asked which
 * code points have a Unicode property or fold into each other, because its tables are older than Java's.
 *
 * <p>All types are immutable. What the library was asked is remembered; any thread may ask.
 */
@NullMarked
package dev.postroad.compiler.pattern;

import org.jspecify.annotations.NullMarked;

/**
 * Constraints in words, for people who read a contract without knowing protovalidate.
 *
 * <p>{@link dev.postroad.compiler.words.ConstraintWords} turns the rules of a field, message or oneof into
 * {@link dev.postroad.compiler.words.Phrase phrases} such as "at least 1 character" or "one of {@code a}, {@code b}". A
 * phrase keeps apart what is said and what is quoted, so that Markdown, HTML and a terminal can each show it in their
 * way.
 *
 * <p>No rule is dropped: one that has no words here, because it is newer or predefined by somebody else, is shown by
 * the text of its option. Everything here is a pure function and safe for use by several threads.
 */
@NullMarked
package dev.postroad.compiler.words;

import org.jspecify.annotations.NullMarked;

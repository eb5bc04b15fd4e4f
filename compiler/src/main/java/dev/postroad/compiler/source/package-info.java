/**
 * The back end of the rule plan that writes Java: a check beside the message classes that protoc generates.
 *
 * <p>{@link dev.postroad.compiler.source.CheckSource} is the door. A check is one class for each contract. It has a
 * pair of methods for each message type and each value with rules: one that says whether all is well, which makes no
 * objects, and one that explains what is not. Each rule is a method of its own that both call.
 *
 * <p>Classes here turn plans into text and hold what was written so far; one thread writes one class.
 */
@NullMarked
package dev.postroad.compiler.source;

import org.jspecify.annotations.NullMarked;

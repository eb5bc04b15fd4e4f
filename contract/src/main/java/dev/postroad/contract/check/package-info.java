/**
 * Whether a message keeps its contract's constraints.
 *
 * <p>A {@link dev.postroad.contract.check.Check} answers with violations, never with an exception: a broken message is
 * an ordinary result. Rules are protovalidate's; {@link dev.postroad.contract.check.ProtovalidateCheck} runs them with
 * protovalidate's own library. Violations name field, rule and reason, never the value, which may be personal data.
 *
 * <p>{@link dev.postroad.contract.check.Violations} collects what a check finds, and names the place of each.
 * {@link dev.postroad.contract.check.Formats} and {@link dev.postroad.contract.check.Recognizer} are what generated
 * validators call for text; both are free of objects and of state.
 */
@NullMarked
package dev.postroad.contract.check;

import org.jspecify.annotations.NullMarked;

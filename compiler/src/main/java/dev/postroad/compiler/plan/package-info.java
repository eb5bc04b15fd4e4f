/**
 * The rule plan: what protovalidate's annotations ask of a message, as one value that the back ends read.
 *
 * <p>A {@link dev.postroad.compiler.plan.RulePlan} has a {@link dev.postroad.compiler.plan.MessagePlan} for each
 * message type that is reached and has rules. The order of everything in it is the order in which protovalidate 1.3.0
 * reports violations, and the verdicts are those of its default configuration, whose evaluators of standard rules
 * differ here and there from the CEL beside them in {@code buf/validate/validate.proto}.
 *
 * <p>A rule that cannot be compiled is {@link dev.postroad.compiler.plan.Uncompiled} and named; then protovalidate must
 * judge the whole message. Plans are immutable and may be shared between threads.
 */
@NullMarked
package dev.postroad.compiler.plan;

import org.jspecify.annotations.NullMarked;

/**
 * Approvals: somebody answers for a change that breaks somebody, for a time.
 *
 * <p>A repository lists them in {@code breaking-approvals.yaml}, read by
 * {@link dev.postroad.compiler.approval.ApprovalFile}. An approval names one rule and one subject and gives a reason,
 * an approver and an expiry; {@link dev.postroad.compiler.approval.Approvals#apply} takes back exactly the findings of
 * that rule about that subject. What was approved stays in the report with all that was said of it. No approval
 * switches a rule off, and none outlives its expiry.
 *
 * <p>What is approvable is what a comparison found; the style of contracts has its own means, the comments of
 * {@link dev.postroad.compiler.remark}. All values are immutable and may be shared between threads.
 */
@NullMarked
package dev.postroad.compiler.approval;

import org.jspecify.annotations.NullMarked;

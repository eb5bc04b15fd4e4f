/**
 * What lint remarks about one file, and what the file itself allows.
 *
 * <p>A check puts its {@link dev.postroad.compiler.remark.Remark}s into the
 * {@link dev.postroad.compiler.remark.Remarks} of a file. A comment {@code // postroad:allow RULE reason} takes remarks
 * back: directly above an element, within the comment above it, or behind it on one of its lines, those of this
 * element; above the first line of code, those of the whole file. What was taken back is listed with its reason, and an
 * allowance that is itself wrong is a finding.
 */
@NullMarked
package dev.postroad.compiler.remark;

import org.jspecify.annotations.NullMarked;

/**
 * What a check compares with: the contracts of a Git revision, of a folder, or of a descriptor set.
 *
 * <p>{@link dev.postroad.compiler.baseline.PriorContractsReader} reads them; a
 * {@link dev.postroad.compiler.baseline.PriorContracts} holds descriptors, not contracts, so that one which today's
 * rules refuse can still be compared. What a Git revision has is read by {@link dev.postroad.compiler.git}.
 *
 * <p>A baseline that cannot be read is a {@link dev.postroad.compiler.baseline.NoBaselineException}, whose message says
 * what to do. The values are immutable and may be shared between threads.
 */
@NullMarked
package dev.postroad.compiler.baseline;

import org.jspecify.annotations.NullMarked;

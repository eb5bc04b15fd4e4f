/**
 * What it costs to validate one message, by each way there is.
 *
 * <p>{@link dev.postroad.bench.validation.ValidationBench} compares them on a machine that does other work as well: CPU
 * time of the thread, the ways by turns, valid messages and broken ones apart. No way is measured before its verdicts
 * are known to be right. {@link dev.postroad.bench.validation.ValidationBenchmark} gives JMH the valid ones.
 */
@NullMarked
package dev.postroad.bench.validation;

import org.jspecify.annotations.NullMarked;

/**
 * What it costs to validate one message, by each way there is.
 *
 * <p>{@link dev.postroad.bench.validation.ValidationBench} compares them on a machine that does other work as well: CPU
 * time of the thread, the ways by turns. {@link dev.postroad.bench.validation.ValidationBenchmark} gives JMH the same.
 */
@NullMarked
package dev.postroad.bench.validation;

import org.jspecify.annotations.NullMarked;

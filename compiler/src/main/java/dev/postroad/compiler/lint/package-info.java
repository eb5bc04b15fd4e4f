/**
 * Lint: what is wrong with the contracts of a bus repository as they are, without looking at what they were.
 *
 * <p>{@link dev.postroad.compiler.lint.Lint#check} walks the compiled files and lets the packages {@code naming},
 * {@code style}, {@code privacy} and {@code constraint} remark on them; the file's own allowances take remarks back.
 * Files are checked in parallel, each by one thread. All values are immutable and may be shared between threads.
 */
@NullMarked
package dev.postroad.compiler.lint;

import org.jspecify.annotations.NullMarked;

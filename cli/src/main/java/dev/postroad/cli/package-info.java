/**
 * The {@code postroad} command.
 *
 * <p>A command parses its arguments, calls one method of the platform, and prints. Results go to standard output,
 * messages to standard error, progress to a terminal only. Exit codes: 0 done, 1 findings or failure, 2 usage, 3 drift.
 */
@NullMarked
package dev.postroad.cli;

import org.jspecify.annotations.NullMarked;

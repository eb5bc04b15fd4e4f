/**
 * What a command prints, and where: results to standard output as text or JSON, messages to standard error, progress
 * only where a terminal shows it.
 */
@NullMarked
package dev.postroad.cli.output;

import org.jspecify.annotations.NullMarked;

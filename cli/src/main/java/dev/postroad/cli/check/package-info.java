/**
 * The command {@code check}: runs the gate over a bus repository and prints its report.
 *
 * <p>What is decided is decided in {@link dev.postroad.compiler.gate.Gate}; here are the arguments and the two forms of
 * a report, {@link dev.postroad.cli.check.CheckText} and {@link dev.postroad.cli.check.CheckJson}. The JSON is part of
 * the interface: keys are added, never renamed or removed.
 */
@NullMarked
package dev.postroad.cli.check;

import org.jspecify.annotations.NullMarked;

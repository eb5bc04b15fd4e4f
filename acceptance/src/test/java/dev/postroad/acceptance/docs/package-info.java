/**
 * The documentation, run: what a page shows is what a reader gets.
 *
 * <p>{@link dev.postroad.acceptance.docs.DocumentationTest} walks the pages. What is held against what is said by the
 * language of a fenced block:
 *
 * <ul>
 *   <li>{@code console}: each line that begins with {@code $} is run by a shell, in a copy of the checkout, and the
 *       lines below it are what it prints. {@code …} stands for anything within a line; alone on a line, for any lines.
 *       A command that fails is followed by {@code echo $?}. With {@code background} the process stays until the page
 *       ends; with {@code figures} numbers and widths of columns may differ.
 *   <li>{@code yaml}, {@code proto}, {@code json}: written to a file of the copy if {@code file=…} names one; otherwise
 *       an excerpt of a file of the examples.
 *   <li>{@code java}, {@code xml}: an excerpt of a source file of the examples or the tests.
 *   <li>{@code sh}: not run, since it would build or need the network; each line is on a short list.
 *   <li>{@code text}: a drawing.
 * </ul>
 */
@NullMarked
package dev.postroad.acceptance.docs;

import org.jspecify.annotations.NullMarked;

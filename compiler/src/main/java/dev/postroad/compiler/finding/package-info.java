/**
 * What a check has to say about a bus repository: a {@link dev.postroad.compiler.finding.Finding} of a
 * {@link dev.postroad.compiler.finding.Rule}, with a place, a sentence and a way out.
 *
 * <p>A rule is declared once, as data, in the package that applies it; the reference page is drawn from the
 * declarations. Findings are values. They are collected, sorted by file and line, and printed by whoever asked for the
 * check; no rule throws because of what a user wrote.
 */
@NullMarked
package dev.postroad.compiler.finding;

import org.jspecify.annotations.NullMarked;

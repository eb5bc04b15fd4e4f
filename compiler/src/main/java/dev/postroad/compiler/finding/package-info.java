/**
 * What a check has to say about a bus repository: a {@link dev.postroad.compiler.finding.Finding} with a rule, a place,
 * a sentence and a way out.
 *
 * <p>Findings are values. They are collected, sorted by file and line, and printed by whoever asked for the check; no
 * rule throws because of what a user wrote.
 */
@NullMarked
package dev.postroad.compiler.finding;

import org.jspecify.annotations.NullMarked;

/**
 * The service {@code triage}: it knows what waits for an answer.
 *
 * <p>{@link dev.postroad.examples.github.triage.Triage} is the process, one subscription for each topic that
 * {@code services/triage.yaml} declares. {@link dev.postroad.examples.github.triage.TriageBoard} is what it knows: it
 * takes messages of all topics, from whatever thread handles them, and begins empty with each start.
 */
@NullMarked
package dev.postroad.examples.github.triage;

import org.jspecify.annotations.NullMarked;

/**
 * Finite automata over code points, from their parts to the {@link dev.postroad.contract.check.Recognizer} that runs
 * them.
 *
 * <p>An {@link dev.postroad.compiler.automaton.Nfa} is put together back to front, state by state, and may hold
 * {@link dev.postroad.compiler.automaton.Boundary boundaries}, which look at the neighbours of a place in the text
 * without reading them. Its subsets become the states of a deterministic automaton, whose states know what stands
 * before them and learn what stands behind them from the code point that they read next. It is then made as small as
 * possible and written in the recognizer's encoded form.
 *
 * <p>The number of subsets can grow exponentially with the automaton. Three limits (states before, states after, work
 * done) bound time and memory; what goes past one of them has no recognizer.
 *
 * <p>An {@code Nfa} is used by one thread while it is built; all else is immutable.
 */
@NullMarked
package dev.postroad.compiler.automaton;

import org.jspecify.annotations.NullMarked;

package dev.postroad.compiler.pattern;

import dev.postroad.contract.check.Recognizer;

/** What became of a pattern. */
public sealed interface CompiledPattern {
    /** An automaton with the library's verdicts. */
    record Compiled(Recognizer recognizer) implements CompiledPattern {}

    /**
     * There is no automaton; the library may be able to evaluate the pattern all the same.
     *
     * @param reason a clause, such as {@code it takes too many states}
     */
    record NotCompiled(String reason) implements CompiledPattern {}
}

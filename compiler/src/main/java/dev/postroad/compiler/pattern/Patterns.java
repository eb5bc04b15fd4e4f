package dev.postroad.compiler.pattern;

import dev.postroad.compiler.automaton.Nfa;
import dev.postroad.contract.check.Recognizer;
import java.util.Optional;
import java.util.function.BiFunction;

/** Compiles patterns in RE2's syntax to automata that have the verdicts of RE2's Java library. */
public final class Patterns {
    private static final String TOO_LARGE = "it takes too many states";
    private static final int MOST_STATES = 20_000;
    private static final int MOST_INSTRUCTIONS = 1_000_000;

    private Patterns() {}

    /** Recognizes the texts in which a pattern is found at any place, as for CEL's {@code matches}. */
    public static CompiledPattern finding(String pattern) {
        return compile(pattern, Nfa::findsFrom);
    }

    /**
     * Recognizes the texts that a pattern matches as a whole, as for the rules {@code string.pattern} and
     * {@code bytes.pattern}.
     */
    public static CompiledPattern matching(String pattern) {
        return compile(pattern, Nfa::matchesFrom);
    }

    private static CompiledPattern compile(String pattern, BiFunction<Nfa, Integer, Optional<Recognizer>> scope) {
        PatternNode node;
        try {
            node = PatternParser.parse(pattern);
        } catch (NotUnderstoodException e) {
            return new CompiledPattern.NotCompiled(e.reason());
        }
        if (node.states() > MOST_STATES) {
            return new CompiledPattern.NotCompiled(TOO_LARGE);
        }
        var refusal = Library.refusal(pattern);
        if (refusal.isPresent()) {
            return new CompiledPattern.NotCompiled(refusal.get());
        }
        var automaton = new Nfa();
        var start = node.before(Nfa.ACCEPT, automaton);
        return scope.apply(automaton, start)
                .<CompiledPattern>map(CompiledPattern.Compiled::new)
                .orElse(new CompiledPattern.NotCompiled(TOO_LARGE));
    }

    /** What a pattern describes; empty if it is no pattern, or one whose nodes cannot be told. */
    public static Optional<PatternNode> parse(String pattern) {
        try {
            var node = PatternParser.parse(pattern);
            return fault(pattern).isEmpty() ? Optional.of(node) : Optional.empty();
        } catch (NotUnderstoodException e) {
            return Optional.empty();
        }
    }

    /** Why RE2's Java library does not take a pattern, or should not be given it; empty if all is well. */
    public static Optional<String> fault(String pattern) {
        try {
            if (PatternParser.parse(pattern).states() > MOST_INSTRUCTIONS) {
                return Optional.of("its repetitions multiply to more than %,d parts".formatted(MOST_INSTRUCTIONS));
            }
        } catch (NotUnderstoodException e) {
            if (e.isEndless()) {
                return Optional.of(e.reason());
            }
        }
        return Library.refusal(pattern);
    }
}

package dev.postroad.compiler.automaton;

import dev.postroad.contract.check.Recognizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A nondeterministic finite automaton, built back to front: each part is told the state that follows it and answers
 * with the state that it begins with.
 */
public final class Nfa {
    /** The state in which the pattern has matched. */
    public static final int ACCEPT = 0;

    private final List<State> states = new ArrayList<>(List.of(new Accepts()));

    /** What a state does. */
    sealed interface State {}

    record Accepts() implements State {}

    record Reads(CodePoints set, int next) implements State {}

    record Splits(int first, int second) implements State {}

    record Requires(Boundary boundary, int next) implements State {}

    /** Reads one code point of the set. */
    public int reads(CodePoints set, int next) {
        return add(new Reads(set, next));
    }

    /** Goes either way. */
    public int splits(int first, int second) {
        return first == second ? first : add(new Splits(first, second));
    }

    /** Goes on only where the boundary is. */
    public int requires(Boundary boundary, int next) {
        return add(new Requires(boundary, next));
    }

    /** A state to which others may lead before {@link #loops} says what it does. */
    public int open() {
        return add(new Accepts());
    }

    /** Lets an open state go either way. */
    public int loops(int open, int again, int next) {
        states.set(open, new Splits(again, next));
        return open;
    }

    private int add(State state) {
        states.add(state);
        return states.size() - 1;
    }

    int size() {
        return states.size();
    }

    State state(int index) {
        return states.get(index);
    }

    List<State> states() {
        return List.copyOf(states);
    }

    /**
     * What recognizes the texts of which a part, anywhere, leads from the start to {@link #ACCEPT}; empty if it takes
     * too many states.
     */
    public Optional<Recognizer> findsFrom(int start) {
        return recognizer(start, true);
    }

    /** What recognizes the texts that lead as a whole from the start to {@link #ACCEPT}; empty as above. */
    public Optional<Recognizer> matchesFrom(int start) {
        return recognizer(start, false);
    }

    private Optional<Recognizer> recognizer(int start, boolean isAnywhere) {
        var alphabet = Alphabet.of(this);
        return new Subsets(this, alphabet, start, isAnywhere)
                .automaton()
                .map(Minimization::of)
                .flatMap(smallest -> Encoding.of(smallest, alphabet))
                .map(Recognizer::decode);
    }
}

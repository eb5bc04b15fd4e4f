package dev.postroad.compiler.automaton;

import dev.postroad.compiler.automaton.Boundary.Neighbour;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes an automaton deterministic: the sets of states that it can be in at once are the states of the result. */
final class Subsets {
    private static final int MOST_STATES = 5_000;
    private static final int MOST_TARGETS = 1_000_000;
    private static final long MOST_WORK = 20_000_000;

    private final List<Nfa.State> states;
    private final Alphabet alphabet;
    private final int start;
    private final boolean isAnywhere;
    private final List<BitSet> classes;
    private final Map<Subset, Integer> numbers = new HashMap<>();
    private final List<Subset> subsets = new ArrayList<>();
    private long work;

    /**
     * States between two code points, without those that only split.
     *
     * @param before what was read last; of use only to the boundaries among the states
     */
    private record Subset(BitSet states, Neighbour before) {}

    Subsets(Nfa nfa, Alphabet alphabet, int start, boolean isAnywhere) {
        this.states = nfa.states();
        this.alphabet = alphabet;
        this.start = start;
        this.isAnywhere = isAnywhere;
        this.classes = states.stream()
                .map(state -> state instanceof Nfa.Reads reads ? alphabet.classes(reads.set()) : new BitSet())
                .toList();
    }

    /** The deterministic automaton; empty if it is too large. */
    Optional<Dfa> automaton() {
        var rows = new ArrayList<>(List.of(constant(Dfa.REFUSE), constant(Dfa.ACCEPT)));
        var first = new BitSet();
        first.set(start);
        var begin = number(spread(first), Neighbour.NONE);
        for (var done = 0; done < subsets.size(); done++) {
            rows.add(row(subsets.get(done)));
            if (rows.size() > MOST_STATES || (long) rows.size() * alphabet.size() > MOST_TARGETS || work > MOST_WORK) {
                return Optional.empty();
            }
        }
        return Optional.of(new Dfa(begin, rows));
    }

    private Dfa.Row constant(int state) {
        return new Dfa.Row(Collections.nCopies(alphabet.size(), state), state == Dfa.ACCEPT);
    }

    private Dfa.Row row(Subset subset) {
        var live = new EnumMap<Neighbour, BitSet>(Neighbour.class);
        var targets = new ArrayList<Integer>();
        for (var read = 0; read < alphabet.size(); read++) {
            var behind = alphabet.neighbour(read);
            targets.add(target(live.computeIfAbsent(behind, next -> passed(subset, next)), read, behind));
        }
        return new Dfa.Row(targets, passed(subset, Neighbour.NONE).get(Nfa.ACCEPT));
    }

    private int target(BitSet live, int read, Neighbour neighbour) {
        if (isAnywhere && live.get(Nfa.ACCEPT)) {
            return Dfa.ACCEPT;
        }
        var next = new BitSet();
        live.stream().filter(state -> classes.get(state).get(read)).forEach(state -> next.set(next(state)));
        work += live.cardinality();
        if (isAnywhere) {
            next.set(start);
        }
        return number(spread(next), neighbour);
    }

    private int next(int state) {
        return states.get(state) instanceof Nfa.Reads reads ? reads.next() : Nfa.ACCEPT;
    }

    private int number(BitSet reached, Neighbour before) {
        if (reached.isEmpty()) {
            return Dfa.REFUSE;
        }
        if (isAnywhere && reached.get(Nfa.ACCEPT)) {
            return Dfa.ACCEPT;
        }
        var matters = reached.stream().anyMatch(state -> states.get(state) instanceof Nfa.Requires);
        var subset = new Subset(reached, matters ? before : Neighbour.OTHER);
        var known = numbers.get(subset);
        if (known != null) {
            return known;
        }
        subsets.add(subset);
        var number = Dfa.ACCEPT + subsets.size();
        numbers.put(subset, number);
        return number;
    }

    /** The states that are reached without a look at the text. */
    private BitSet spread(BitSet from) {
        return reached(from, boundary -> Optional.empty());
    }

    /** The states that are reached when both neighbours are known, so that boundaries are passed or not. */
    private BitSet passed(Subset subset, Neighbour behind) {
        return reached(subset.states(), boundary -> Optional.of(boundary.holds(subset.before(), behind)));
    }

    private BitSet reached(BitSet from, Function<Boundary, Optional<Boolean>> verdict) {
        var reached = new BitSet();
        var seen = new BitSet();
        var open = new ArrayDeque<Integer>();
        from.stream().forEach(open::push);
        while (!open.isEmpty()) {
            var index = open.pop();
            if (seen.get(index)) {
                continue;
            }
            seen.set(index);
            work++;
            var state = states.get(index);
            if (state instanceof Nfa.Splits splits) {
                open.push(splits.first());
                open.push(splits.second());
            } else if (state instanceof Nfa.Requires requires) {
                var holds = verdict.apply(requires.boundary());
                if (holds.isEmpty()) {
                    reached.set(index);
                } else if (holds.get()) {
                    open.push(requires.next());
                }
            } else {
                reached.set(index);
            }
        }
        return reached;
    }
}

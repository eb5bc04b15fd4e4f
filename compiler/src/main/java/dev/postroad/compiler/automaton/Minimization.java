package dev.postroad.compiler.automaton;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Joins the states of an automaton that no text tells apart (Hopcroft, 1971). */
final class Minimization {
    private final Dfa automaton;
    private final List<Sources> sources;
    private final Partition partition;

    /** For one class, by state, the states that lead to it: those from its offset to the next one's. */
    private record Sources(int[] offsets, int[] states) {
        static Sources of(Dfa automaton, int read) {
            var offsets = new int[automaton.size() + 1];
            for (var state = 0; state < automaton.size(); state++) {
                offsets[automaton.target(state, read)]++;
            }
            for (var state = 1; state < offsets.length; state++) {
                offsets[state] += offsets[state - 1];
            }
            var states = new int[automaton.size()];
            for (var state = 0; state < automaton.size(); state++) {
                states[--offsets[automaton.target(state, read)]] = state;
            }
            return new Sources(offsets, states);
        }

        IntStream of(int target) {
            return IntStream.range(offsets[target], offsets[target + 1]).map(place -> states[place]);
        }
    }

    private Minimization(Dfa automaton) {
        this.automaton = automaton;
        this.sources = IntStream.range(0, automaton.classes())
                .mapToObj(read -> Sources.of(automaton, read))
                .toList();
        this.partition = new Partition(automaton.size());
    }

    static Dfa of(Dfa automaton) {
        var minimization = new Minimization(automaton);
        minimization.refine();
        return minimization.joined();
    }

    private void refine() {
        var splitters = new ArrayDeque<Integer>(List.of(0));
        IntStream.range(0, automaton.size())
                .filter(state -> automaton.rows().get(state).endsWell())
                .forEach(partition::mark);
        partition.split(splitters::push);
        while (!splitters.isEmpty()) {
            var targets = partition.members(splitters.pop());
            for (var leading : sources) {
                IntStream.of(targets).flatMap(leading::of).forEach(partition::mark);
                partition.split(splitters::push);
            }
        }
    }

    /** One state for each block, in the order of their first members; the two constant ones stay the first. */
    private Dfa joined() {
        var numbers = new int[partition.count()];
        Arrays.fill(numbers, -1);
        var firsts = new ArrayList<Integer>();
        for (var state = 0; state < automaton.size(); state++) {
            if (numbers[partition.block(state)] < 0) {
                numbers[partition.block(state)] = firsts.size();
                firsts.add(state);
            }
        }
        IntUnaryOperator number = state -> numbers[partition.block(state)];
        var rows = firsts.stream()
                .map(first -> automaton.rows().get(first))
                .map(row -> new Dfa.Row(
                        row.targets().stream().map(number::applyAsInt).toList(), row.endsWell()))
                .toList();
        return new Dfa(number.applyAsInt(automaton.start()), rows);
    }
}

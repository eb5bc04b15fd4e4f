package dev.postroad.compiler.automaton;

import dev.postroad.compiler.automaton.Boundary.Neighbour;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The code points in classes, in each of which an automaton treats all alike.
 *
 * @param ranges all code points, in ascending order
 * @param samples by class, one code point of it
 * @param members by set, the classes of which it consists
 */
record Alphabet(List<ClassRange> ranges, List<Integer> samples, Map<CodePoints, BitSet> members) {
    /** A range of code points of one class. */
    record ClassRange(int first, int last, int characterClass) {}

    static Alphabet of(Nfa nfa) {
        var sets = new LinkedHashSet<CodePoints>();
        var boundaries = false;
        for (var state : nfa.states()) {
            if (state instanceof Nfa.Reads reads) {
                sets.add(reads.set());
            }
            boundaries |= state instanceof Nfa.Requires;
        }
        if (boundaries) {
            sets.add(Neighbour.LINE_FEEDS);
            sets.add(Neighbour.WORDS);
        }
        return of(List.copyOf(sets));
    }

    private static Alphabet of(List<CodePoints> sets) {
        var starts = new TreeSet<Integer>(List.of(0));
        var toggled = new HashMap<Integer, List<Integer>>();
        for (var set = 0; set < sets.size(); set++) {
            for (var range : sets.get(set).ranges()) {
                for (var edge : List.of(range.first(), range.last() + 1)) {
                    starts.add(edge);
                    toggled.computeIfAbsent(edge, none -> new ArrayList<>()).add(set);
                }
            }
        }
        var ranges = new ArrayList<ClassRange>();
        var classes = new HashMap<BitSet, Integer>();
        var samples = new ArrayList<Integer>();
        var members = new HashMap<CodePoints, BitSet>();
        var current = new BitSet();
        for (int start : starts.headSet(Character.MAX_CODE_POINT, true)) {
            toggled.getOrDefault(start, List.of()).forEach(current::flip);
            var number = classes.computeIfAbsent((BitSet) current.clone(), none -> classes.size());
            if (number == samples.size()) {
                samples.add(start);
                current.stream()
                        .forEach(set -> members.computeIfAbsent(sets.get(set), none -> new BitSet())
                                .set(number));
            }
            var next = starts.higher(start);
            ranges.add(new ClassRange(start, next == null ? Character.MAX_CODE_POINT : next - 1, number));
        }
        return new Alphabet(List.copyOf(ranges), List.copyOf(samples), Map.copyOf(members));
    }

    int size() {
        return samples.size();
    }

    Neighbour neighbour(int characterClass) {
        return Neighbour.of(samples.get(characterClass));
    }

    BitSet classes(CodePoints set) {
        return members.getOrDefault(set, new BitSet());
    }
}

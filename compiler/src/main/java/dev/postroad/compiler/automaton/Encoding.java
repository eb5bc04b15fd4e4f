package dev.postroad.compiler.automaton;

import dev.postroad.compiler.automaton.Alphabet.ClassRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Writes an automaton in the form that {@link dev.postroad.contract.check.Recognizer} reads. */
final class Encoding {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-";
    private static final int BITS = 5;
    private static final int BASE = 1 << BITS;
    /** A string constant in a class file has no more bytes. */
    private static final int LONGEST = 65_535;

    private final StringBuilder text = new StringBuilder();

    private Encoding() {}

    /** The encoded form; empty if the recognizer cannot hold so much, or a class file no text so long. */
    static Optional<String> of(Dfa automaton, Alphabet alphabet) {
        var columns = new LinkedHashMap<List<Integer>, Integer>();
        var classes = new ArrayList<Integer>();
        for (var read = 0; read < alphabet.size(); read++) {
            var column = column(automaton, read);
            classes.add(columns.computeIfAbsent(column, none -> columns.size()));
        }
        if (automaton.size() * columns.size() > Character.MAX_VALUE) {
            return Optional.empty();
        }
        var encoding = new Encoding();
        encoding.number(automaton.size());
        encoding.number(columns.size());
        encoding.number(automaton.start());
        encoding.ranges(joined(alphabet, classes));
        automaton.rows().forEach(row -> encoding.number(row.endsWell() ? 1 : 0));
        encoding.targets(automaton.size(), List.copyOf(columns.keySet()));
        return encoding.text.length() > LONGEST ? Optional.empty() : Optional.of(encoding.text.toString());
    }

    private static List<Integer> column(Dfa automaton, int read) {
        return automaton.rows().stream().map(row -> row.targets().get(read)).toList();
    }

    /** The ranges by the classes that the automaton tells apart. */
    private static List<ClassRange> joined(Alphabet alphabet, List<Integer> classes) {
        var joined = new ArrayList<ClassRange>();
        for (var range : alphabet.ranges()) {
            int column = classes.get(range.characterClass());
            var end = joined.size() - 1;
            if (end >= 0 && joined.get(end).characterClass() == column) {
                joined.set(end, new ClassRange(joined.get(end).first(), range.last(), column));
            } else {
                joined.add(new ClassRange(range.first(), range.last(), column));
            }
        }
        return joined;
    }

    private void ranges(List<ClassRange> ranges) {
        number(ranges.size());
        for (var range : ranges) {
            number(range.last() - range.first() + 1);
            number(range.characterClass());
        }
    }

    private void targets(int states, List<List<Integer>> columns) {
        int target = columns.get(0).get(0);
        var count = 0;
        for (var state = 0; state < states; state++) {
            for (var column : columns) {
                if (column.get(state) != target) {
                    run(target, count);
                    target = column.get(state);
                    count = 0;
                }
                count++;
            }
        }
        run(target, count);
    }

    private void run(int target, int count) {
        number(target);
        number(count);
    }

    private void number(int value) {
        var rest = value;
        while (rest >= BASE) {
            text.append(DIGITS.charAt(rest & BASE - 1));
            rest >>= BITS;
        }
        text.append(DIGITS.charAt(BASE + rest));
    }
}

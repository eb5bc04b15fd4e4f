package dev.postroad.compiler.automaton;

import java.util.List;

/**
 * A deterministic automaton. State 0 refuses and state 1 accepts, whatever follows.
 *
 * @param start where a text begins
 * @param rows by state, its targets by class, and whether a text may end there
 */
record Dfa(int start, List<Row> rows) {
    static final int REFUSE = 0;
    static final int ACCEPT = 1;

    Dfa {
        rows = List.copyOf(rows);
    }

    /** One state. */
    record Row(List<Integer> targets, boolean endsWell) {
        Row {
            targets = List.copyOf(targets);
        }
    }

    int size() {
        return rows.size();
    }

    int classes() {
        return rows.get(REFUSE).targets().size();
    }

    int target(int state, int characterClass) {
        return rows.get(state).targets().get(characterClass);
    }
}

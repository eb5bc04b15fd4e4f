package dev.postroad.compiler.pattern;

import dev.postroad.compiler.automaton.Boundary;
import dev.postroad.compiler.automaton.CodePoints;
import dev.postroad.compiler.automaton.Nfa;
import java.util.List;

/** A part of a pattern. Groups and greed are left out: they change what is captured, not whether a text matches. */
public sealed interface PatternNode {
    /** How many states {@link #before} adds, at most; {@code Long.MAX_VALUE} if more than a {@code long} can tell. */
    long states();

    /** Adds this part to an automaton, in front of the state that follows; the state that this part begins with. */
    int before(int next, Nfa automaton);

    /** One code point of a set. */
    record Character(CodePoints set) implements PatternNode {
        @Override
        public long states() {
            return 1;
        }

        @Override
        public int before(int next, Nfa automaton) {
            return automaton.reads(set, next);
        }
    }

    /** Nothing, at a place where a condition holds. */
    record At(Boundary boundary) implements PatternNode {
        @Override
        public long states() {
            return 1;
        }

        @Override
        public int before(int next, Nfa automaton) {
            return automaton.requires(boundary, next);
        }
    }

    /** One after the other; nothing if there is none. */
    record Sequence(List<PatternNode> parts) implements PatternNode {
        public Sequence {
            parts = List.copyOf(parts);
        }

        @Override
        public long states() {
            return sum(parts);
        }

        @Override
        public int before(int next, Nfa automaton) {
            var begin = next;
            for (var place = parts.size() - 1; place >= 0; place--) {
                begin = parts.get(place).before(begin, automaton);
            }
            return begin;
        }
    }

    /** One of several. */
    record Alternatives(List<PatternNode> branches) implements PatternNode {
        public Alternatives {
            branches = List.copyOf(branches);
        }

        @Override
        public long states() {
            return branches.size() + sum(branches);
        }

        @Override
        public int before(int next, Nfa automaton) {
            return branches.stream()
                    .map(branch -> branch.before(next, automaton))
                    .reduce(automaton::splits)
                    .orElse(next);
        }
    }

    /**
     * The same part several times.
     *
     * @param most {@link #WITHOUT_END} if there is no limit
     */
    record Repetition(PatternNode part, int least, int most) implements PatternNode {
        public static final int WITHOUT_END = Integer.MAX_VALUE;

        public Repetition {
            if (least < 0 || most < least) {
                throw new IllegalArgumentException("at least %d and at most %d times".formatted(least, most));
            }
        }

        @Override
        public long states() {
            var copies = most == WITHOUT_END ? least + 1L : most;
            var one = part.states();
            return one > Long.MAX_VALUE / (copies + 1) - 1 ? Long.MAX_VALUE : copies * (one + 1);
        }

        @Override
        public int before(int next, Nfa automaton) {
            var begin = next;
            if (most == WITHOUT_END) {
                var loop = automaton.open();
                begin = automaton.loops(loop, part.before(loop, automaton), next);
            } else {
                for (var copy = least; copy < most; copy++) {
                    begin = automaton.splits(part.before(begin, automaton), next);
                }
            }
            for (var copy = 0; copy < least; copy++) {
                begin = part.before(begin, automaton);
            }
            return begin;
        }
    }

    private static long sum(List<PatternNode> nodes) {
        return nodes.stream()
                .mapToLong(PatternNode::states)
                .reduce(0, (one, other) -> one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other);
    }
}

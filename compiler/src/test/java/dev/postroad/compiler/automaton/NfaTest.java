package dev.postroad.compiler.automaton;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NfaTest {
    private final Nfa nfa = new Nfa();

    @Test
    void needsAStateForEachPlaceThatMatters() {
        var start = word("abc", Nfa.ACCEPT);

        var found = nfa.findsFrom(start).orElseThrow();
        var matched = nfa.matchesFrom(start).orElseThrow();

        assertThat(found).hasToString("Recognizer of 5 states and 4 classes");
        assertThat(matched).hasToString("Recognizer of 6 states and 4 classes");
    }

    @Test
    void joinsStatesThatNoTextTellsApart() {
        var start = nfa.splits(word("ax", Nfa.ACCEPT), nfa.splits(word("bx", Nfa.ACCEPT), word("cx", Nfa.ACCEPT)));

        assertThat(nfa.matchesFrom(start).orElseThrow()).hasToString("Recognizer of 5 states and 3 classes");
    }

    @Test
    void joinsClassesThatNoStateTellsApart() {
        var begin = nfa.requires(Boundary.TEXT_BEGIN, word("-", nfa.requires(Boundary.TEXT_END, Nfa.ACCEPT)));

        assertThat(nfa.findsFrom(begin).orElseThrow()).hasToString("Recognizer of 4 states and 2 classes");
    }

    @Test
    void seesBothNeighboursOfABoundary() {
        var start = nfa.requires(Boundary.WORD, word("a", nfa.requires(Boundary.WORD, Nfa.ACCEPT)));

        var found = nfa.findsFrom(start).orElseThrow();

        assertThat(new String[] {"a", "-a", "a-", "b-a-b"}).allMatch(found::finds);
        assertThat(new String[] {"", "ba", "ab", "-ba-", "_a"}).noneMatch(found::finds);
    }

    @Test
    void hasNoRecognizerWhereSubsetsExplode() {
        var any = CodePoints.ALL;
        var tail = Nfa.ACCEPT;
        for (var place = 0; place < 20; place++) {
            tail = nfa.reads(any, tail);
        }
        var start = nfa.open();
        nfa.loops(start, nfa.reads(any, start), word("a", tail));

        assertThat(nfa.matchesFrom(start)).isEmpty();
    }

    private int word(String text, int next) {
        var begin = next;
        for (var place = text.length() - 1; place >= 0; place--) {
            begin = nfa.reads(CodePoints.of(text.charAt(place)), begin);
        }
        return begin;
    }
}

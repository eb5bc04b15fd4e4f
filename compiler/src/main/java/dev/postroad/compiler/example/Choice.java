package dev.postroad.compiler.example;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Chance that a seed decides. The usual choice keeps the order in which possibilities are listed. */
final class Choice {
    private final boolean isUsual;
    private final Random random;

    Choice(long seed, String subject) {
        this.isUsual = seed == ExampleMessages.USUAL;
        this.random = new Random(seed * 31 + subject.hashCode());
    }

    /** The possibilities, the most usual or else any of them first. */
    <T> List<T> order(List<T> possibilities) {
        if (isUsual) {
            return possibilities;
        }
        var shuffled = new ArrayList<>(possibilities);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** A number from 0 to below the bound, by chance in any case. */
    int below(int bound) {
        return random.nextInt(bound);
    }
}

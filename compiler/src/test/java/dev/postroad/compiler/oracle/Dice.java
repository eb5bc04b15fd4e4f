package dev.postroad.compiler.oracle;

import java.util.List;
import java.util.Random;

/** Picks. */
final class Dice {
    private Dice() {}

    /** A name that nothing has, unless by a chance of one to a billion. */
    static String name(Random random, String word) {
        return word + "_" + random.nextInt(1_000_000_000);
    }

    static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}

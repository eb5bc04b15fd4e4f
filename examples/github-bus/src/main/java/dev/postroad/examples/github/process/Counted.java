package dev.postroad.examples.github.process;

/** Numbers with their nouns. */
public final class Counted {
    private Counted() {}

    /** {@code 1 push}, {@code 2 pushes}. */
    public static String of(long count, String one, String several) {
        return count + " " + (count == 1 ? one : several);
    }
}

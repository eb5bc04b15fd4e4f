package dev.postroad.cli.output;

import java.util.Locale;

/** Numbers with their nouns. */
public final class Counted {
    private Counted() {}

    /** {@code 1 topic}, {@code 2 topics}; for nouns whose plural has an s. */
    public static String of(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }
}

package dev.postroad.cli.output;

import java.util.Locale;

/** How results are printed. */
public enum Format {
    /** For people. */
    TEXT,
    /** For programs; the shapes are documented and stable. */
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

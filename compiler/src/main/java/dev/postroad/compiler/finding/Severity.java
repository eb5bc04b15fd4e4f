package dev.postroad.compiler.finding;

import java.util.Locale;

/** How much a finding weighs. */
public enum Severity {
    /** Must be mended before anything is applied. */
    ERROR,
    /** Should be looked at; nothing is held up. */
    WARNING;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

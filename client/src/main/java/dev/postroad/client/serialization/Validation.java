package dev.postroad.client.serialization;

import java.util.Locale;

/** What becomes of a record that breaks a constraint of its contract when it is read. */
public enum Validation {
    /** It is counted and passed on: the constraint may be younger than the record. */
    COUNT,
    /** It is refused. */
    ENFORCE;

    /** As properties have it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

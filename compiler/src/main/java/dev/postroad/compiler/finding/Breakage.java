package dev.postroad.compiler.finding;

import java.util.Locale;

/** For whom a change of a contract breaks. */
public enum Breakage {
    /** Records that are in the topic, and are read or replayed with the new contract. */
    STORED_MESSAGES("stored messages"),
    /** Services that publish with the old contract, until they are rebuilt. */
    OLD_PRODUCERS("old producers"),
    /** Services that subscribe with the old contract, until they are rebuilt. */
    OLD_CONSUMERS("old consumers"),
    /** Whoever reads or writes the message as JSON: connectors, the command line, bridges. */
    JSON_READERS("JSON readers"),
    /** Programs that use the generated classes, when they are compiled with the new ones. */
    SOURCE_CODE("source code");

    private final String words;

    Breakage(String words) {
        this.words = words;
    }

    /** As people are told. */
    public String words() {
        return words;
    }

    /** As programs are told, such as {@code old-consumers}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

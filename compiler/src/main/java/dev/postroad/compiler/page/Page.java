package dev.postroad.compiler.page;

import java.util.Optional;

/**
 * A page of Markdown.
 *
 * @param file its name, such as {@code orders.order-placed.v1.md}
 * @param topic the topic that it is about; empty for the index
 * @param hasExample whether it shows a valid message
 * @param text all of it, the {@link #MARKER} first
 */
public record Page(String file, Optional<String> topic, boolean hasExample, String text) {
    /** The first line of each page: it tells pages that may be written anew from those that people write. */
    public static final String MARKER = "<!-- Written by postroad docs. Edit the contract instead. -->";

    /** The name of the index. */
    public static final String INDEX = "README.md";

    public Page {
        if (!text.startsWith(MARKER + '\n')) {
            throw new IllegalArgumentException(file + " does not begin with the marker");
        }
    }
}

package dev.postroad.compiler.finding;

import java.util.Comparator;

/**
 * A line of a file in a bus repository.
 *
 * @param file relative to the repository's root, with forward slashes
 * @param line counted from 1; 0 for the file as a whole
 */
public record Place(String file, int line) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::file).thenComparingInt(Place::line);

    public Place {
        file = Printable.of(file);
    }

    /** A whole file. */
    public static Place of(String file) {
        return new Place(file, 0);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ':' + line;
    }
}

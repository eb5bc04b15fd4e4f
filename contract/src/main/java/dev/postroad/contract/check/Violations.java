package dev.postroad.contract.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects the violations of one message, and keeps the path to where a check is in it. A path is put into words only
 * where something is broken, so that the walk through what is not costs little. For one thread.
 */
public final class Violations {
    private static final int USUAL_DEPTH = 8;

    private final List<Violation> found = new ArrayList<>();
    private final StringBuilder path = new StringBuilder();
    /** The lengths of the paths around the present one. */
    private int[] lengths = new int[USUAL_DEPTH];

    private int depth;

    /** Goes into a field. */
    public void enter(String field) {
        if (depth == lengths.length) {
            lengths = Arrays.copyOf(lengths, 2 * depth);
        }
        lengths[depth++] = path.length();
        append(field);
    }

    /** Goes into an element of a list by its index, or into a value of a map by its signed key. */
    public void enter(String field, long key) {
        enter(field);
        path.append('[').append(key).append(']');
    }

    /** Goes into a value of a map by its unsigned key. */
    public void enterUnsigned(String field, long key) {
        enter(field);
        path.append('[').append(Long.toUnsignedString(key)).append(']');
    }

    /** Goes into a value of a map. */
    public void enter(String field, boolean key) {
        enter(field);
        path.append('[').append(key).append(']');
    }

    /** Goes into a value of a map. */
    public void enter(String field, String key) {
        enter(field);
        path.append("[\"").append(key).append("\"]");
    }

    /** Goes back to where the last {@code enter} was called. */
    public void leave() {
        path.setLength(lengths[--depth]);
    }

    /** Adds a violation by what the check is at; by the message as a whole if it has entered nothing. */
    public void add(String rule, String sentence) {
        found.add(new Violation(path.toString(), rule, sentence));
    }

    /** Adds a violation by a field, or by a oneof, of the message that the check is at. */
    public void addAt(String field, String rule, String sentence) {
        enter(field);
        add(rule, sentence);
        leave();
    }

    /** What was added, in that order. */
    public List<Violation> list() {
        return List.copyOf(found);
    }

    private void append(String field) {
        if (!path.isEmpty()) {
            path.append('.');
        }
        path.append(field);
    }
}

package dev.postroad.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table of text whose columns are as wide as their widest cell. */
public final class Columns {
    private final List<Align> aligns;
    private final List<List<String>> rows = new ArrayList<>();

    /** Where a cell stands in its column. */
    public enum Align {
        /** Text. */
        LEFT,
        /** Numbers. */
        RIGHT
    }

    /** A table with so many columns. */
    public Columns(Align... aligns) {
        this.aligns = List.of(aligns);
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if there are not as many cells as columns
     */
    public void row(String... cells) {
        if (cells.length != aligns.size()) {
            throw new IllegalArgumentException("%d cells for %d columns".formatted(cells.length, aligns.size()));
        }
        rows.add(List.of(cells));
    }

    /** The rows as lines, without blanks at their ends. */
    public List<String> lines() {
        var widths = IntStream.range(0, aligns.size()).map(this::width).toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(column -> pad(row.get(column), widths[column], aligns.get(column)))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .toList();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String pad(String cell, int width, Align align) {
        var blanks = " ".repeat(width - cell.length());
        return align == Align.LEFT ? cell + blanks : blanks + cell;
    }
}
